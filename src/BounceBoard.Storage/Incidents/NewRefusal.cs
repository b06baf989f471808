namespace BounceBoard.Storage.Incidents;

/// <summary>What an incident counts of one new refusal.</summary>
/// <param name="At">Event time.</param>
public sealed record NewRefusal(long IncidentId, string RecipientKey, string RecipientDomain, DateTimeOffset At);
