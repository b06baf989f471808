using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Finds out all that can be seen of a domain's mail from outside: DNS, its mail hosts, and what it publishes on the web. Stores nothing and judges nothing.</summary>
public sealed class DomainExam
{
    private readonly FactsFetch _facts;
    private readonly SharedProbes? _probes;
    private readonly ExamFetches? _fetches;
    private readonly ProbeReach _reach;

    /// <param name="probes">Null: mail hosts are not looked at.</param>
    /// <param name="fetches">Null: nothing is fetched.</param>
    internal DomainExam(FactsFetch facts, SharedProbes? probes, ExamFetches? fetches, ProbeReach reach) =>
        (_facts, _probes, _fetches, _reach) = (facts, probes, fetches, reach);

    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        var facts = await _facts.FetchAsync(subject, cancellationToken);
        var hosts = HostsAsync(facts, subject.SharesAnswers, cancellationToken);
        var fetched = _fetches is null ? facts : await _fetches.AddAsync(facts, cancellationToken);
        return fetched with { MailHosts = await hosts };
    }

    private async Task<IReadOnlyList<MailHostFact>> HostsAsync(DomainFacts facts, bool mayBeOld, CancellationToken cancellationToken) =>
        _probes is null ? [] : await Task.WhenAll(MailHostAddresses.Of(facts.Domain, facts.Dns).Select(target => _reach.Allows(target.Address)
            ? _probes.OfAsync(target, mayBeOld, cancellationToken)
            : Task.FromResult(new MailHostFact { Host = target.Host, Address = target.Address, State = MailHostState.NotTried, Problem = ProbeReach.Refusal(target.Address) })));
}
