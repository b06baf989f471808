using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What the rules said of one incident at one time, ready to be filed.</summary>
/// <param name="Incident">As it was when they looked.</param>
/// <param name="Verdict">Null when they had nothing to say.</param>
/// <param name="Picture">What the hours of its scope told.</param>
/// <param name="Plan">What it means for the suppression list.</param>
/// <param name="At">When they looked.</param>
internal sealed record Decision(IncidentRow Incident, VerdictRow? Verdict, ScopePicture Picture, SuppressionPlan Plan, DateTimeOffset At);
