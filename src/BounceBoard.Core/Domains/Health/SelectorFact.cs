namespace BounceBoard.Core.Domains.Health;

/// <summary>A DKIM selector that was asked for; the answer stands in the snapshot at <c>SELECTOR._domainkey.DOMAIN</c>.</summary>
public sealed record SelectorFact(string Selector, SelectorOrigin Origin)
{
    /// <summary>When mail that it signed last bounced, by the word of a trusted source; null when none told.</summary>
    public DateTimeOffset? LastSeen { get; init; }
}
