using System.Diagnostics.CodeAnalysis;
using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Cli.Domains;

/// <summary>A domain as somebody types or pastes it.</summary>
internal static class AskedDomain
{
    /// <param name="problem">Why it is no domain, as a sentence, with the domain that may be meant; empty when it is one.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out DomainName? domain, out string problem)
    {
        problem = "";
        if (DomainName.TryParse(text, out domain) && !EndsInNumber(domain))
        {
            return true;
        }
        domain = null;
        problem = IsAddress(text) ? $"'{text}' is an address, no domain name. Name the domain whose mail is to be checked."
            : Inside(text) is { } meant ? $"'{text}' is no domain name. Write {meant.Value} to check that domain."
            : $"'{text}' is no domain name.";
        return false;
    }

    // No top-level domain is a number, and none will be: such a name would read as an IPv4 address (RFC 3696 §2).
    private static bool EndsInNumber(DomainName domain) => domain.Value[(domain.Value.LastIndexOf('.') + 1)..].All(char.IsAsciiDigit);

    private static bool IsAddress(string text) =>
        IPEndPoint.TryParse(text.Trim().TrimEnd('.'), out _) || IPNetwork.TryParse(text.Trim(), out _);

    /// <summary>The domain in an e-mail address, a web address, or a name with a port or a path.</summary>
    private static DomainName? Inside(string text)
    {
        var rest = text.Trim().Trim('<', '>');
        var scheme = rest.IndexOf("://", StringComparison.Ordinal);
        rest = scheme >= 0 ? rest[(scheme + 3)..] : rest;
        rest = rest.Split('/', '?', '#')[0];
        rest = rest[(rest.LastIndexOf('@') + 1)..].Split(':')[0];
        return rest != text.Trim() && DomainName.TryParse(rest, out var name) && !EndsInNumber(name) && name.Value.Contains('.', StringComparison.Ordinal) ? name : null;
    }
}
