using BounceBoard.Core.Incidents;

namespace BounceBoard.Storage.Incidents;

/// <summary>An incident that is opened; its number is given when it is written.</summary>
/// <param name="At">Event time of the refusal that opens it.</param>
public sealed record NewIncident(long Id, IncidentFingerprint Fingerprint, string Title, DateTimeOffset At);
