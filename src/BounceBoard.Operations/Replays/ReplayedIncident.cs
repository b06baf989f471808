using BounceBoard.Core.Replays;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Replays;

/// <summary>An incident of which the rules of today say something else than was said then.</summary>
/// <param name="Incident">As it is today.</param>
/// <param name="Then">The verdict in force at the end of the range.</param>
/// <param name="People">How many were known to be refused when it was decided.</param>
/// <param name="Now">What the rules of today say of what was known when it was decided.</param>
/// <param name="Held">People that this incident put on the suppression list and the new verdict would not.</param>
/// <param name="Added">People that are not on the list and the new verdict would put there.</param>
public sealed record ReplayedIncident(
    IncidentRow Incident, VerdictRow Then, long People, Finding Now, VerdictDifference Difference, int Held, int Added);
