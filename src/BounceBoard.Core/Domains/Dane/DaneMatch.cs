using System.Security.Cryptography;

namespace BounceBoard.Core.Domains.Dane;

/// <summary>
/// Compares the TLSA records of a mail host with the certificates it sent, as a sender of mail does (RFC 7672 §3.1). Whether the records
/// were validated by DNSSEC, without which they count for nothing, and for usage 2 whether the certificate names the host and is in date
/// (§3.2.2, §3.2.3; usage 3 asks for neither, RFC 7671 §5.1), stand in the other facts of the host.
/// </summary>
/// <param name="Matched">The record that matches; null when none does.</param>
/// <param name="Usable">Records that senders can use.</param>
/// <param name="Problems">Why the others cannot be used, one sentence each.</param>
public sealed record DaneMatch(DaneState State, TlsaRecord? Matched, IReadOnlyList<TlsaRecord> Usable, IReadOnlyList<string> Problems)
{
    /// <param name="tlsa">Records in the form of a zone file.</param>
    /// <param name="certificates">DER of what the host sent, its own first.</param>
    public static DaneMatch Of(IReadOnlyList<string> tlsa, IReadOnlyList<byte[]> certificates)
    {
        List<TlsaRecord> usable = [];
        List<string> problems = [];
        foreach (var text in tlsa)
        {
            if (TlsaRecord.Parse(text, out var problem) is { } record)
            {
                usable.Add(record);
            }
            else
            {
                problems.Add($"\"{text}\": {problem}");
            }
        }
        var chain = certificates.Select(CertificateParts.Of).TakeWhile(part => part is not null).OfType<CertificateParts>().ToList();
        var matched = Counting(usable).FirstOrDefault(record => Fits(record, chain));
        var state = matched is not null ? DaneState.Match
            : usable.Count > 0 ? DaneState.Mismatch
            : tlsa.Count > 0 ? DaneState.Unusable
            : DaneState.NoRecord;
        return new DaneMatch(state, matched, usable, problems);
    }

    // Of digests over the same thing only the strongest count, so that a broken one can be left behind (RFC 7671 §9).
    private static IEnumerable<TlsaRecord> Counting(List<TlsaRecord> usable) =>
        usable.Where(record => record.MatchingType != 1
            || !usable.Exists(other => other.MatchingType == 2 && (other.Usage, other.Selector) == (record.Usage, record.Selector)));

    private static bool Fits(TlsaRecord record, List<CertificateParts> chain) =>
        record.Usage == 3 ? chain is [var own, ..] && IsSame(record, own) : Issuers(chain).Any(authority => IsSame(record, authority));

    // What has issued the host's certificate, step by step. The authority itself must be among what is sent (RFC 7672 §3.1.2).
    private static IEnumerable<CertificateParts> Issuers(List<CertificateParts> chain)
    {
        var last = chain.FirstOrDefault();
        HashSet<CertificateParts> seen = [];
        while (last is { Issuer: var issuer } && chain.Find(next => !seen.Contains(next) && next.Subject.Span.SequenceEqual(issuer.Span)) is { } next)
        {
            seen.Add(next);
            yield return next;
            last = next;
        }
    }

    private static bool IsSame(TlsaRecord record, CertificateParts certificate)
    {
        var subject = (record.Selector == 0 ? certificate.Whole : certificate.PublicKey).Span;
        var data = record.MatchingType switch { 1 => SHA256.HashData(subject), 2 => SHA512.HashData(subject), _ => subject.ToArray() };
        return Convert.ToHexString(data) == record.Data;
    }
}
