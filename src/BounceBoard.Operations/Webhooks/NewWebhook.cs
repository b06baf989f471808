namespace BounceBoard.Operations.Webhooks;

/// <summary>An address just made.</summary>
/// <param name="Password">What the service is to send along: shown now and never again; null where the service signs by itself.</param>
public sealed record NewWebhook(long SourceId, string? Password);
