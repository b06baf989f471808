namespace BounceBoard.Core.Domains.History;

/// <summary>A DKIM key as earlier examinations saw it, without a break.</summary>
/// <param name="Key">SHA-256 of the key's octets, lower-case hex.</param>
/// <param name="Since">The first examination that found it; the key may be older.</param>
public sealed record SeenKey(string Selector, string Key, DateTimeOffset Since);
