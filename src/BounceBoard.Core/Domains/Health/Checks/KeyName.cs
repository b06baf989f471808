namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>Where DKIM keys stand (RFC 6376 §3.6.2.1).</summary>
internal static class KeyName
{
    public static string Of(string selector, string domain) => $"{selector}.{Parent(domain)}";

    /// <summary>The name above all keys: where it does not exist, no key exists (RFC 8020).</summary>
    public static string Parent(string domain) => $"_domainkey.{domain}";
}
