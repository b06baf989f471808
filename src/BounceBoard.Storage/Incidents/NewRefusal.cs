namespace BounceBoard.Storage.Incidents;

/// <summary>What an incident counts of one new refusal.</summary>
/// <param name="At">Event time.</param>
/// <param name="Pool">Sender pool; null when unknown.</param>
/// <param name="Permanent">Refused with 5xx.</param>
public sealed record NewRefusal(
    long IncidentId, string RecipientKey, string RecipientDomain, DateTimeOffset At, string? Pool = null, bool Permanent = false);
