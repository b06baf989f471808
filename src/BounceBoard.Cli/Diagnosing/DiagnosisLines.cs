using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Domains;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>Writes diagnoses as JSON Lines.</summary>
internal static class DiagnosisLines
{
    // The output is JSON for pipes, not part of a page: addresses stay readable.
    private static readonly DiagnosisJson Json = new(new JsonSerializerOptions(DiagnosisJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Write(Stream output, IReadOnlyList<Diagnosis> diagnoses)
    {
        foreach (var diagnosis in diagnoses)
        {
            JsonSerializer.Serialize(output, Of(diagnosis), Json.DiagnosisLine);
            output.WriteByte((byte)'\n');
        }
    }

    /// <summary><c>10 mx1.example.net 198.51.100.7 2001:db8::7</c>; the null MX is <c>0 .</c>, addresses without any MX stand alone.</summary>
    public static IReadOnlyList<string> Answer(MxAnswer answer) => answer switch
    {
        { IsNullMx: true } => ["0 ."],
        { Hosts.Count: > 0 } => [.. answer.Hosts.Select(host => string.Join(' ', [$"{host.Preference}", host.Name.Value, .. host.Addresses.Select(address => $"{address}")]))],
        _ => [.. answer.ImplicitAddresses.Select(address => address.ToString())],
    };

    private static DiagnosisLine Of(Diagnosis diagnosis)
    {
        var (report, comparison, finding) = (diagnosis.Filed.Report, diagnosis.Comparison, diagnosis.Finding);
        return new DiagnosisLine
        {
            File = diagnosis.Filed.File,
            Index = diagnosis.Filed.Index,
            Recipient = report.Recipient,
            RemoteMta = report.RemoteMta,
            RemoteIp = report.RemoteIp?.ToString(),
            OccurredAt = Time(report.OccurredAt),
            Endpoint = KebabName.Of(comparison.Relation),
            How = comparison.How,
            ResolversAgree = comparison.ResolversAgree,
            PinnedBy = comparison.PinnedBy,
            Cause = KebabName.Of(finding.Cause),
            SubCause = finding.SubCause,
            Verdict = KebabName.Of(finding.Verdict),
            Confidence = KebabName.Of(finding.Confidence),
            Reasons = [.. finding.Reasons.Select(reason => new DiagnosisLine.ReasonOf(reason.Rule, reason.For, reason.Text))],
            Missing = finding.Missing,
            Fix = finding.Fix,
            WouldChange = finding.WouldChange,
            NotBefore = Time(finding.NotBefore),
            Mx = [.. diagnosis.Dns.Mx.Select(seen => MxOf(diagnosis, seen))],
        };
    }

    private static DiagnosisLine.MxOf MxOf(Diagnosis diagnosis, MxObservation seen)
    {
        var finding = diagnosis.Comparison.Resolvers.FirstOrDefault(resolver => resolver.Resolver == seen.Resolver);
        return new DiagnosisLine.MxOf(
            seen.Resolver, Answer(seen.Answer), seen.Answer.Rcode, seen.Answer.Ttl, finding is null ? null : KebabName.Of(finding.Relation), finding?.How);
    }

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
