using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Operations.Domains.Signatures;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes what became of a mail's signatures as one JSON object.</summary>
internal static class DkimLines
{
    // The output is JSON for pipes, not part of a page: names stay readable.
    private static readonly DkimJson Json = new(new JsonSerializerOptions(DkimJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Stream output, string file, IReadOnlyList<MessageReport> reports)
    {
        var report = reports[0];
        var line = new DkimLine
        {
            File = file,
            Result = KebabName.Of(report.Result),
            AuthorDomain = report.AuthorDomain,
            Aligned = AlignedOf(report),
            At = report.At,
            Signatures = [.. report.Signatures.Select(Of)],
            Resolvers = [.. reports.Select(one => new DkimLine.ResolverOf(one.Resolver, KebabName.Of(one.Result)))],
        };
        JsonSerializer.Serialize(output, line, Json.DkimLine);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Whether one that passes stands for the author.</summary>
    public static bool? AlignedOf(MessageReport report)
    {
        var passing = report.Signatures.Where(signature => signature.Result.Result == DkimResult.Pass).Select(signature => signature.IsAligned).ToList();
        return passing.Contains(true) ? true : passing.Contains(null) ? null : report.Result == DkimResult.Temperror ? null : false;
    }

    private static DkimLine.SignatureOf Of(SignatureReport report)
    {
        var (result, signature) = (report.Result, report.Result.Signature);
        return new DkimLine.SignatureOf(
            KebabName.Of(result.Result), result.Failure == DkimFailure.Nothing ? null : KebabName.Of(result.Failure), result.Reason.Length == 0 ? null : result.Reason,
            signature.Domain, signature.Selector, signature.Algorithm, signature.Identity, report.IsAligned, Form(signature.IsHeaderRelaxed), Form(signature.IsBodyRelaxed),
            signature.SignedFields, signature.BodyLength, result.UnsignedOctets, signature.SignedAt, signature.ExpiresAt,
            result.Key?.Key is { } key ? new DkimLine.KeyOf(KebabName.Of(key.Type), key.Bits, key.IsTesting, key.IsStrict, key.Hashes) : null);
    }

    private static string Form(bool isRelaxed) => isRelaxed ? "relaxed" : "simple";
}
