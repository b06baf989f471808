using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.TlsRpt;

/// <summary>The TXT record at <c>_smtp._tls</c> (RFC 8460 §3): where reports on TLS go.</summary>
/// <param name="Addresses">URIs with the scheme <c>mailto</c> or <c>https</c>, in the order written.</param>
public sealed record TlsRptRecord(IReadOnlyList<string> Addresses)
{
    private const string Version = "TLSRPTv1";

    /// <summary>True for texts that count when the one record is looked for (§3).</summary>
    public static bool IsRecord(string text) => text.StartsWith("v=TLSRPTv1;", StringComparison.Ordinal);

    /// <returns>The record, or null with the problem as a sentence.</returns>
    public static TlsRptRecord? Parse(string text, out string problem)
    {
        if (PolicyRecord.Read(text, Version, out problem) is not { } fields)
        {
            return null;
        }
        var lists = fields.Where(field => field.Name == "rua").Select(field => field.Value).ToList();
        var addresses = lists.Count == 1 ? lists[0].Split(',', StringSplitOptions.TrimEntries) : [];
        problem = lists.Count != 1 ? "The record needs exactly one rua."
            : addresses.FirstOrDefault(address => !IsAddress(address)) is { } bad ? $"\"{bad}\" is no mailto or https URI."
            : fields.FirstOrDefault(field => field.Name != "rua" && !PolicyRecord.IsExtensionValue(field.Value)) is { Name: { } name } ? $"The value of {name} may hold no \"=\", space or semicolon."
            : "";
        return problem.Length == 0 ? new TlsRptRecord(addresses) : null;
    }

    private static bool IsAddress(string text) =>
        text.All(c => c is > ' ' and <= '~') && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps ? uri.Host.Length > 0
            : uri.Scheme == Uri.UriSchemeMailto && EmailAddress.TryParse(Uri.UnescapeDataString(text["mailto:".Length..].Split('?')[0]), out _));
}
