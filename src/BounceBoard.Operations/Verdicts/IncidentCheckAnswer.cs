using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Verdicts;

/// <summary>What a person's check of one incident came to.</summary>
/// <param name="At">When the rules had looked.</param>
/// <param name="NewAnswer">Some resolver says something else than last time, or was asked for the first time.</param>
/// <param name="Before">The verdict in force before; null when there was none.</param>
/// <param name="After">The verdict in force now; null while the rules have nothing to say.</param>
public sealed record IncidentCheckAnswer(DateTimeOffset At, bool NewAnswer, VerdictRow? Before, VerdictRow? After);
