namespace BounceBoard.Core.Replays;

/// <summary>An entry of the suppression list.</summary>
/// <param name="Tenant">Slug.</param>
/// <param name="Recipient">As first submitted.</param>
/// <param name="Since">When it was suppressed.</param>
public sealed record SuppressedAddress(string Tenant, string Recipient, DateTimeOffset Since);
