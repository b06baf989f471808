using BounceBoard.Core.Bounces;

namespace BounceBoard.Core.Wordings;

/// <summary>What a wording means for one tenant, and where.</summary>
/// <param name="ReplyCode">Only replies with this code (RFC 5321 §4.2); null for any.</param>
/// <param name="Status">Only refusals with this enhanced status code (RFC 3463); null for any.</param>
/// <param name="Domain">Only when the refusing server, or else the recipient's domain, is this or lies under it; lower case, null for any.</param>
public sealed record WordingRule(long Id, RulePattern Pattern, int? ReplyCode, string? Status, string? Domain, BounceCategory Category)
{
    internal bool Applies(int? replyCode, string? status, string? host, string? recipientDomain) =>
        (ReplyCode is null || ReplyCode == replyCode)
        && (Status is null || Status == status)
        && (Domain is null || IsUnder(host) || IsUnder(recipientDomain));

    private bool IsUnder(string? name) =>
        Domain is { } domain && name is not null && name.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (name.Length == domain.Length || name[^(domain.Length + 1)] == '.');
}
