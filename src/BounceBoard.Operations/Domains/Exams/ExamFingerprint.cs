using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// What makes an examination another one than the last: its records and its judgement. Addresses are left out, since pools turn them over at every
/// question, and so are serial numbers and times to live; where they matter, the judgement changes with them.
/// </summary>
internal static class ExamFingerprint
{
    /// <summary>SHA-256, lower-case hex.</summary>
    public static string Of(DomainHealth health)
    {
        var text = new StringBuilder();
        var score = health.Score;
        text.Append(CultureInfo.InvariantCulture, $"{score.Version} {score.Profile} {score.Value} {score.Low} {score.High} {score.Coverage} {score.Grade}\n");
        foreach (var check in health.Checks.OrderBy(check => check.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"{check.Key} {check.State} {check.LostPoints:0.0}\n");
        }
        foreach (var answer in Answers(health.Facts))
        {
            text.Append(CultureInfo.InvariantCulture, $"{answer.Name.ToLowerInvariant()} {answer.Type} {answer.State}\n");
            text.AppendJoin('\n', answer.Records.Order(StringComparer.Ordinal)).Append('\n');
        }
        text.Append(CultureInfo.InvariantCulture, $"{health.Facts.MtaStsPolicy?.Status} {health.Facts.MtaStsPolicy?.Body}");
        text.Append(CultureInfo.InvariantCulture, $"\n{health.Facts.Registration?.ExpiresAt:u} {string.Join(',', health.Facts.Registration?.Statuses ?? [])} {health.Facts.Bimi?.Picture?.Digest} {health.Facts.Bimi?.Certificate?.Ends:u}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<RecordAnswer> Answers(DomainFacts facts) => (facts.Dns as DnsSnapshot)?.Answers
        .Where(answer => answer.Type is not (RecordType.A or RecordType.Aaaa or RecordType.Ptr or RecordType.Soa))
        .OrderBy(answer => answer.Name, StringComparer.Ordinal).ThenBy(answer => answer.Type) ?? Enumerable.Empty<RecordAnswer>();
}
