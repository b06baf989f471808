namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>Which record speaks for an author domain, and what it asks (RFC 9989 §4.10.1).</summary>
/// <param name="Walk">The walk from the author domain.</param>
/// <param name="PolicyDomain">Where the record stands: the author domain, its organizational domain, or the public suffix above; null where there is none.</param>
/// <param name="Policy">What the record asks for this domain; null where there is none.</param>
/// <param name="Applied">What remains of it in test mode (§4.7).</param>
/// <param name="IsUnknown">DNS gave no answer that is needed: neither "no record" nor a policy can be said.</param>
/// <param name="Missing">Questions to ask before this can be judged.</param>
public sealed record PolicyDiscovery(
    TreeWalk Walk, string? PolicyDomain, DmarcRecord? Record, DmarcPolicy? Policy, DmarcPolicy? Applied, bool IsUnknown, IReadOnlyList<RecordQuestion> Missing)
{
    public bool IsComplete => Missing.Count == 0;

    public static PolicyDiscovery For(string authorDomain, IDnsSnapshot dns)
    {
        var walk = TreeWalk.From(authorDomain, dns);
        // Whether the name exists matters only for a record above it; it is asked along to save a round.
        var existence = dns.Find(walk.Domain, RecordType.A);
        List<RecordQuestion> missing = [.. walk.Missing, .. existence is null ? [new RecordQuestion(walk.Domain, RecordType.A)] : Array.Empty<RecordQuestion>()];
        if (missing.Count > 0 || existence is null)
        {
            return new PolicyDiscovery(walk, null, null, null, null, true, missing);
        }
        if (walk.Steps[0].Record is { } own)
        {
            return new PolicyDiscovery(walk, walk.Domain, own, own.Policy, own.Applied(own.Policy), false, []);
        }
        if (walk.OrganizationalDomain is not { } organization)
        {
            return new PolicyDiscovery(walk, null, null, null, null, true, []);
        }
        var above = walk.Steps.FirstOrDefault(step => step.Domain == organization && step.Record is not null)
            ?? walk.Steps.FirstOrDefault(step => step.Record?.Psd == PsdDeclaration.Yes);
        if (above?.Record is not { } record)
        {
            return new PolicyDiscovery(walk, null, null, null, null, false, []);
        }
        if (existence.State == DnsState.Unknown && record.NonexistentPolicy is { } np && np != record.PolicyBelow(exists: true))
        {
            return new PolicyDiscovery(walk, above.Domain, record, null, null, true, []);
        }
        var policy = record.PolicyBelow(exists: existence is not { State: DnsState.Absent, Rcode: "NXDOMAIN" });
        return new PolicyDiscovery(walk, above.Domain, record, policy, record.Applied(policy), false, []);
    }
}
