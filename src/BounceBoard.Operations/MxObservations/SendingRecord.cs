using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.MxObservations;

/// <summary>A TXT record that a sending domain publishes (or should), as the resolvers last gave it.</summary>
/// <param name="Name">Where it stands: <c>acme.test</c>, <c>_dmarc.acme.test</c>, <c>s1._domainkey.acme.test</c>.</param>
/// <param name="Selector">DKIM selector; null for SPF and DMARC.</param>
/// <param name="Prefix">How the wanted record begins (<c>v=spf1</c>, <c>v=DMARC1</c>); empty for DKIM, where any record counts.</param>
/// <param name="Observations">The latest interval of each resolver.</param>
public sealed record SendingRecord(string Name, string? Selector, string Prefix, IReadOnlyList<RecordObservation> Observations)
{
    /// <summary>The wanted texts, each once; more than one when resolvers differ or the domain publishes several.</summary>
    public IReadOnlyList<string> Texts => [.. Observations.SelectMany(Wanted).Distinct(StringComparer.Ordinal)];

    /// <summary>Found by any resolver; absent when those that answered have none; unknown when none answered.</summary>
    public DnsState State =>
        Texts.Count > 0 ? DnsState.Found
        : Observations.Any(seen => seen.Answer.State != DnsState.Unknown) ? DnsState.Absent
        : DnsState.Unknown;

    /// <summary>False when resolvers that answered gave different texts.</summary>
    public bool ResolversAgree => Observations.Where(seen => seen.Answer.State != DnsState.Unknown)
        .Select(seen => string.Join('\n', Wanted(seen))).Distinct(StringComparer.Ordinal).Count() <= 1;

    private IEnumerable<string> Wanted(RecordObservation seen) => seen.Answer.Records.Where(text =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && (text.Length == Prefix.Length || Prefix.Length == 0 || text[Prefix.Length] is ' ' or ';'));
}
