using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.MtaSts;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Finds out all that can be seen of a domain's mail from outside: DNS, its mail hosts, its MTA-STS policy. Stores nothing and judges nothing.</summary>
public sealed class DomainExam
{
    private readonly FactsFetch _facts;
    private readonly SharedProbes? _probes;
    private readonly PolicyFetching? _policies;
    private readonly ProbeReach _reach;

    /// <param name="probes">Null: mail hosts are not looked at.</param>
    /// <param name="policies">Null: policies are not fetched.</param>
    internal DomainExam(FactsFetch facts, SharedProbes? probes, PolicyFetching? policies, ProbeReach reach) =>
        (_facts, _probes, _policies, _reach) = (facts, probes, policies, reach);

    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        var facts = await _facts.FetchAsync(subject, cancellationToken);
        var hosts = HostsAsync(facts, subject.SharesAnswers, cancellationToken);
        var policy = _policies is not null && SaysPolicy(facts) ? await _policies.FetchAsync(subject.Domain, facts.Resolver, cancellationToken) : null;
        return facts with { MailHosts = await hosts, MtaStsPolicy = policy };
    }

    private async Task<IReadOnlyList<MailHostFact>> HostsAsync(DomainFacts facts, bool mayBeOld, CancellationToken cancellationToken) =>
        _probes is null ? [] : await Task.WhenAll(MailHostAddresses.Of(facts.Domain, facts.Dns).Select(target => _reach.Allows(target.Address)
            ? _probes.OfAsync(target, mayBeOld, cancellationToken)
            : Task.FromResult(new MailHostFact { Host = target.Host, Address = target.Address, State = MailHostState.NotTried, Problem = ProbeReach.Refusal(target.Address) })));

    // Without a record nobody looks for a policy (RFC 8461 §3.1).
    private static bool SaysPolicy(DomainFacts facts) =>
        facts.Dns.Find($"_mta-sts.{facts.Domain}", RecordType.Txt)?.Records.Any(MtaStsRecord.IsRecord) == true;
}
