namespace BounceBoard.Operations.Alerts;

/// <summary>A destination just made.</summary>
/// <param name="Secret">What signs its messages: shown now and never again; null for mail.</param>
public sealed record NewAlertDestination(long Id, string? Secret);
