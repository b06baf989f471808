using System.Buffers;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Says what is wrong with the senders that a route is for: nobody sends in the name of a domain that is not the tenant's.</summary>
internal static class SenderCheck
{
    private const int MostDomains = 100;
    private const int MostHeader = 200;

    private static readonly SearchValues<char> Prefix = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");
    private static readonly SearchValues<char> HeaderName = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    public static string? Problem(SendingRouteDraft draft, TenantSide side) =>
        DomainProblem(Lines(draft.SenderDomains), side) ?? PrefixProblem(draft.ReturnPrefix.Trim()) ?? PoolProblem(draft, side);

    /// <summary>Domains as a person separates them.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        text.Split(['\n', '\r', ',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? DomainProblem(IReadOnlyList<string> lines, TenantSide side)
    {
        if (lines.Count is 0 or > MostDomains)
        {
            return $"Write 1 to {MostDomains} sender domains, one per line. Domains of this tenant: {side.List}.";
        }
        foreach (var line in lines)
        {
            if (!DomainName.TryParse(line, out var domain))
            {
                return $"'{line}' is no domain name. Write it like example.net.";
            }
            if (!side.Owns(domain))
            {
                return $"{domain.Display} is no domain of this tenant, so no mail is sent in its name. Add it on the page of domains first. Known: {side.List}.";
            }
        }
        return null;
    }

    private static string? PrefixProblem(string prefix) =>
        prefix.Length is 0 || prefix.Length > VerpToken.LongestPrefix || prefix.AsSpan().ContainsAnyExcept(Prefix) || prefix[0] == '.' || prefix[^1] == '.'
            || prefix.Contains("..", StringComparison.Ordinal)
            ? $"The return prefix has 1 to {VerpToken.LongestPrefix} letters, digits, dots, hyphens or underscores. Bounces come back to PREFIX+TOKEN at the sender's domain."
            : null;

    private static string? PoolProblem(SendingRouteDraft draft, TenantSide side) =>
        draft.Pool.Length > 0 && !side.Pools.Contains(draft.Pool)
            ? $"There is no sender pool '{draft.Pool}' in this tenant. Add it first, or choose none."
            : draft.PoolHeader.Trim() is { Length: > 0 } header && !IsHeader(header)
                ? "The pool header is one line like 'X-Pool: bulk-2': a name that begins with X-, a colon, and printable ASCII."
                : null;

    // X- only: a route must not rewrite the sender, the recipients or the subject of a mail.
    private static bool IsHeader(string text) =>
        text.Length <= MostHeader && text.IndexOf(':', StringComparison.Ordinal) is > 2 and var colon
        && text.StartsWith("X-", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(0, colon).ContainsAnyExcept(HeaderName)
        && text[(colon + 1)..].Trim() is { Length: > 0 } value && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
