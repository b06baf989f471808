using BounceBoard.Core;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Operations.Domains.Signatures;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes what became of a mail's signatures for a person at a terminal.</summary>
internal static class DkimText
{
    public static void Write(TextWriter output, string file, IReadOnlyList<MessageReport> reports)
    {
        var report = reports[0];
        TerminalLine.Write(output, 0, $"{file}: {KebabName.Of(report.Result).ToUpperInvariant()}{(report.Signatures.Count == 0 ? ", the mail has no DKIM-Signature" : "")}");
        if (report.Signatures.Count > 0)
        {
            TerminalLine.Write(output, 1, AuthorWords(report));
        }
        foreach (var signature in report.Signatures)
        {
            Signature(output, signature);
        }
        foreach (var one in reports.Count > 1 ? reports : [])
        {
            TerminalLine.Write(output, 1, $"by {one.Resolver}: {KebabName.Of(one.Result)}");
        }
    }

    private static string AuthorWords(MessageReport report) => (report.AuthorDomain, DkimLines.AlignedOf(report)) switch
    {
        (null, _) => "The From field does not name exactly one domain, so nothing can stand for it.",
        ({ } author, true) => $"From {author}: a signature that passes stands for it, so DMARC passes.",
        ({ } author, false) => $"From {author}: no signature that passes stands for it; DMARC has only SPF to go by.",
        ({ } author, null) => $"From {author}: whether a signature stands for it is not known.",
    };

    private static void Signature(TextWriter output, SignatureReport report)
    {
        var (result, signature) = (report.Result, report.Result.Signature);
        TerminalLine.Write(output, 1, $"{KebabName.Of(result.Result)}: d={signature.Domain} s={signature.Selector} a={signature.Algorithm}{KeyWords(result.Key?.Key)}{AlignmentWords(report.IsAligned)}");
        if (result.Reason.Length > 0)
        {
            TerminalLine.Write(output, 2, $"{KebabName.Of(result.Failure)}: {result.Reason}");
        }
        if (result.IsTesting)
        {
            TerminalLine.Write(output, 2, "The key says t=y: receivers treat a failure as no signature at all (RFC 6376 §3.6.1).");
        }
        if (result.UnsignedOctets > 0)
        {
            TerminalLine.Write(output, 2, $"{result.UnsignedOctets} octets behind l= are not signed; anybody may have added them (RFC 6376 §8.2).");
        }
    }

    private static string KeyWords(DkimKey? key) => key is null ? "" : key.Type switch
    {
        DkimKeyType.Rsa => $", RSA key of {key.Bits} bits",
        DkimKeyType.Ed25519 => ", Ed25519 key",
    };

    private static string AlignmentWords(bool? isAligned) => isAligned switch { true => ", aligned", false => ", not aligned", null => "" };
}
