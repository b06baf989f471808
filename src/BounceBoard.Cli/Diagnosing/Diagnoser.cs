using System.Collections.Concurrent;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.MxObservations;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>Judges the refusals of one input as the dashboard would, from this input alone.</summary>
internal sealed class Diagnoser(DiagnoseSetting setting)
{
    private const int AtOnce = 8;
    private const int Many = 5;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, LiveObservations> _dns = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<Diagnosis>> JudgeAsync(IReadOnlyList<FiledReport> reports, CancellationToken cancellationToken)
    {
        var refusals = reports.Where(filed => filed.IsRefusal && OwnClients.Concerns(filed.Report, setting.Network)).ToList();
        await AskDnsAsync(refusals, cancellationToken);
        var compared = refusals.Select(Compare).OfType<Case>().ToList();
        var deliveries = reports.Where(filed => filed.Report.Kind == BounceKind.Delivery).ToLookup(filed => filed.Domain?.Value);
        var incidents = compared.ToLookup(refusal => refusal.Fingerprint);
        return [.. compared.Select(refusal => new Diagnosis(refusal.Filed, refusal.Dns, refusal.Comparison,
            VerdictRules.Decide(FactsOf(refusal, [.. incidents[refusal.Fingerprint]], [.. deliveries[refusal.Filed.Domain?.Value]]), setting.At)))];
    }

    private async Task AskDnsAsync(IReadOnlyList<FiledReport> refusals, CancellationToken cancellationToken)
    {
        var look = new DnsLook(setting.Resolvers, TimeProvider.System);
        await Parallel.ForEachAsync(
            refusals.GroupBy(filed => filed.Report.RecipientDomain), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (group, token) =>
            {
                if (DomainName.TryParse(group.Key, out var domain))
                {
                    var addresses = group.Select(filed => filed.Report.RemoteIp).OfType<System.Net.IPAddress>().Distinct().ToList();
                    _dns[domain.Value] = await look.ObserveAsync(domain, addresses, setting.At, token);
                }
            });
    }

    private Case? Compare(FiledReport filed)
    {
        if (filed.Domain is not { } domain)
        {
            return null;
        }
        var dns = _dns[domain.Value];
        var comparison = EndpointComparer.Compare(filed.Endpoint, domain, dns.Mx, dns.Records, setting.Network, setting.At);
        return new Case(filed, dns, comparison,
            IncidentGrouping.Of(RefusalFamilies.Of(filed.Report.Category), domain.Value, comparison, filed.Endpoint));
    }

    private RefusalFacts FactsOf(Case refusal, IReadOnlyList<Case> incident, IReadOnlyList<FiledReport> deliveries)
    {
        var report = refusal.Filed.Report;
        var own = incident.Where(other => other.Filed.Person == refusal.Filed.Person).ToList();
        var people = incident.Select(other => other.Filed.Person).Distinct(StringComparer.Ordinal).Count();
        var last = own.Max(other => other.Filed.Report.OccurredAt) ?? setting.At;
        return new RefusalFacts
        {
            RecipientDomain = report.RecipientDomain ?? "",
            Category = report.Category,
            Family = RefusalFamilies.Of(report.Category),
            ReplyCode = report.ReplyCode,
            Status = report.Status,
            ReplyText = report.ReplyText,
            Stage = report.Stage,
            Endpoint = refusal.Filed.Endpoint,
            Comparison = refusal.Comparison,
            PassedOn = PassedOnBy(refusal),
            SendingIp = report.SendingIp?.ToString(),
            Pool = report.Pool,
            // The person at the terminal vouches for the file, as a signed-in person does for an upload.
            Verified = true,
            Permanent = report.Permanent,
            FirstAt = own.Min(other => other.Filed.Report.OccurredAt) ?? setting.At,
            LastAt = last,
            Refusals = own.DistinctBy(other => RefusalFold.Key(other.Filed.Report)).Count(),
            PeopleInIncident = people,
            IncidentOpenAtScope = people > 1,
            // One input has no past to compare with: several people who failed alike are held back.
            SpikeSince = people >= Many ? incident.Min(other => other.Filed.Report.OccurredAt) ?? setting.At : null,
            DeliveriesKnown = deliveries.Count > 0,
            DeliveredByPool = ByPool(deliveries, at => at <= last && at > last - Day),
            DeliveredSinceByPool = ByPool(deliveries, at => at > last),
            EnvelopeSender = report.Sender,
        };
    }

    private PassedOn? PassedOnBy(Case refusal) =>
        refusal.Filed.Domain is { } domain && PassedOn.OtherThan(refusal.Filed.Endpoint, refusal.Filed.Report.Hops) is { } other
            ? PassedOn.Of(
                refusal.Filed.Endpoint, refusal.Filed.Report.Hops,
                EndpointComparer.Compare(other, domain, refusal.Dns.Mx, refusal.Dns.Records, setting.Network, setting.At).Relation)
            : null;

    private static Dictionary<string, long> ByPool(IReadOnlyList<FiledReport> deliveries, Func<DateTimeOffset, bool> counts) =>
        deliveries.Where(filed => filed.Report.OccurredAt is { } at && counts(at))
            .GroupBy(filed => filed.Report.Pool ?? "", StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.LongCount(), StringComparer.Ordinal);

    private sealed record Case(FiledReport Filed, LiveObservations Dns, EndpointComparison Comparison, IncidentFingerprint Fingerprint);
}
