using BounceBoard.Core.Alerts;

namespace BounceBoard.Storage.Alerts;

/// <summary>Something happened that is told once.</summary>
/// <param name="SubjectId">The incident, source or destination.</param>
/// <param name="Episode">What makes this time another one than the last; two alerts of the same kind, subject and episode are one.</param>
public sealed record NewAlert(long Id, AlertKind Kind, long SubjectId, string Episode);
