namespace BounceBoard.Operations.SendingRoutes;

/// <summary>A route just kept.</summary>
/// <param name="Secret">What signs the posts of a webhook: shown now and never again; null when there is no new one.</param>
/// <param name="Warning">What DNS says against the DKIM key; null when it says nothing.</param>
public sealed record SavedSendingRoute(long Id, string? Secret, string? Warning);
