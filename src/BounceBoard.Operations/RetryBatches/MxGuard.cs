using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Asks what the observed DNS says of the recipients' domains now; nobody is asked anew.</summary>
internal sealed class MxGuard(ObservedDns dns, TenantFactsReading facts)
{
    // Those with most recipients; the words say how many were looked at.
    private const int MostDomains = 20;

    // An older answer may be that of the outage.
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    public async Task<RetryGuard> ReadAsync(TenantId tenant, IReadOnlyList<string> domains, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var looked = domains.Take(MostDomains).Select(DomainName.Parse).ToList();
        var observed = await dns.MxAsync(await facts.ReadAsync(tenant, cancellationToken), looked, cancellationToken);
        var states = looked.ToLookup(domain => StateOf(observed.GetValueOrDefault(domain.Value, []), now), domain => domain.Value);
        var of = looked.Count < domains.Count ? $"of the {looked.Count} domains with most recipients" : $"of {looked.Count} domains";
        return (states[false].ToList(), states[null].ToList()) switch
        {
            ({ Count: > 0 } dead, _) => new("mx", false, false, $"{dead.Count} {of} take no mail as DNS says now, or its resolvers differ: {Some(dead)}."),
            (_, { Count: > 0 } unknown) => new("mx", null, false, $"DNS was not asked within the last hour, or did not answer, for {unknown.Count} {of}: {Some(unknown)}. Ask DNS again on the incident."),
            _ => new("mx", true, false, $"The MX {of} were resolved within the last hour, and the resolvers agree."),
        };
    }

    // Null where nothing is known: no answer is not the answer that there is none.
    private static bool? StateOf(IReadOnlyList<MxObservation> observations, DateTimeOffset now)
    {
        var fresh = observations.Where(one => one.SeenUntil >= now - Fresh && one.Answer.State != DnsState.Unknown)
            .GroupBy(one => one.Resolver, StringComparer.Ordinal).Select(one => one.MaxBy(observation => observation.SeenUntil)).OfType<MxObservation>().ToList();
        return fresh.Count == 0
            ? null
            : fresh.All(one => Takes(one.Answer)) && fresh.Select(one => HostsOf(one.Answer)).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    private static bool Takes(MxAnswer answer) => !answer.IsNullMx && (answer.Hosts.Count > 0 || answer.ImplicitAddresses.Count > 0);

    private static string HostsOf(MxAnswer answer) => string.Join(' ', answer.Hosts.Select(host => host.Name.ToString()).Order(StringComparer.Ordinal));

    private static string Some(List<string> domains) => string.Join(", ", domains.Order(StringComparer.Ordinal).Take(3)) + (domains.Count > 3 ? " …" : "");
}
