namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>The answer of receivers that still follow RFC 7489: the author domain, then the organizational domain by a list of public suffixes.</summary>
/// <param name="OrganizationalDomain">By the list.</param>
/// <param name="PolicyDomain">Where the record stands; null where there is none.</param>
/// <param name="Policy">What it asks for this domain; null where there is none.</param>
/// <param name="IsUnknown">DNS gave no answer that is needed.</param>
public sealed record LegacyDiscovery(string OrganizationalDomain, string? PolicyDomain, DmarcPolicy? Policy, bool IsUnknown, IReadOnlyList<RecordQuestion> Missing)
{
    /// <param name="organizationOf">Organizational domain by a list of public suffixes (RFC 7489 §3.2).</param>
    public static LegacyDiscovery For(string authorDomain, IDnsSnapshot dns, Func<string, string> organizationOf)
    {
        var author = authorDomain.TrimEnd('.').ToLowerInvariant();
        var organization = organizationOf(author);
        string[] names = author == organization ? [author] : [author, organization];
        List<RecordQuestion> missing = [];
        LegacyDiscovery? found = null;
        foreach (var name in names)
        {
            if (dns.Find(TreeWalk.RecordName(name), RecordType.Txt) is not { } answer)
                missing.Add(new RecordQuestion(TreeWalk.RecordName(name), RecordType.Txt));
            else
                found ??= Of(organization, name, author, answer);
        }
        return missing.Count > 0 ? new LegacyDiscovery(organization, null, null, true, missing) : found ?? new LegacyDiscovery(organization, null, null, false, []);
    }

    /// <summary>True when receivers of the two standards do something different with the same mail.</summary>
    public bool DiffersFrom(PolicyDiscovery now) =>
        !IsUnknown && !now.IsUnknown && (Policy != now.Policy || !string.Equals(OrganizationalDomain, now.Walk.OrganizationalDomain, StringComparison.OrdinalIgnoreCase));

    private static LegacyDiscovery? Of(string organization, string name, string author, RecordAnswer answer)
    {
        if (answer.State == DnsState.Unknown)
        {
            return new LegacyDiscovery(organization, null, null, true, []);
        }
        var records = answer.Records.Where(DmarcParser.IsRecord).ToList();
        if (records.Count > 1)
        {
            // Two records end the search (RFC 7489 §6.6.3); by RFC 9989 they are discarded and it goes on.
            return new LegacyDiscovery(organization, null, null, false, []);
        }
        var record = records.Count == 1 ? DmarcParser.Parse(records[0]).Record : null;
        // The tag p was required, unless a report address shows that somebody meant the record (RFC 7489 §6.6.3). np and t came later.
        return record is null || (record.AggregateReports.Count == 0 && record.Tags.All(tag => tag.Name != "p")) ? null
            : new LegacyDiscovery(organization, name, name == author ? record.Policy : record.SubdomainPolicy ?? record.Policy, false, []);
    }
}
