using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Asking;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns.Domains;

/// <summary>
/// Finds out what DNS says of a domain's mail: everything of <see cref="DomainFacts"/> but the mail hosts and the MTA-STS policy.
/// One instance serves all, for what one examination found out may serve the next (<see cref="ExamSubject.SharesAnswers"/>).
/// </summary>
public sealed class FactsFetch(ResolverSet resolvers, IOptions<DnsOptions> options, TimeProvider time)
{
    /// <summary>An examination may take this long; what is unanswered then is Unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly SharedAnswers _shared = new(time);
    private readonly DnssecFetch _dnssec = new(resolvers.Validating, time);
    private readonly NameServersFetch _servers = new(resolvers.Direct, ServerReach.Of(options.Value), options.Value.AuthoritativePort, time);
    private readonly DelegationFetch _delegations = new(resolvers.Direct, ServerReach.Of(options.Value), options.Value.AuthoritativePort);
    private readonly ListsFetch _lists = new(ListSelection.Of(options.Value.Blocklists), time);

    /// <summary>Asks the first resolver that says anything at all; the answers of two are never mixed.</summary>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<DomainFacts> FetchAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var deadline = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        DomainFacts? facts = null;
        foreach (var resolver in resolvers.Recursive)
        {
            var questions = new FetchQuestions(resolver, _shared, !subject.SharesAnswers, either.Token);
            facts = await FetchFromAsync(subject, questions, cancellationToken);
            if (questions.Answers().Answers.Any(answer => answer.State != DnsState.Unknown) || deadline.IsCancellationRequested)
                break;
        }
        return facts ?? throw new InvalidOperationException("No resolver is set up.");
    }

    private async Task<DomainFacts> FetchFromAsync(ExamSubject subject, FetchQuestions questions, CancellationToken cancellationToken)
    {
        var domain = subject.Domain.Value;
        var known = Before(subject, questions.ResolverName);
        var rules = FollowRules.RunAsync(
            questions, FirstQuestions.For(subject), answers => HealthRules.Questions(known with { Dns = answers }), cancellationToken);
        var dnssec = _dnssec.OfDomainAsync(domain, questions, cancellationToken);
        var hosts = _dnssec.OfHostsAsync(domain, questions, cancellationToken);
        var servers = subject.AskNameServers ? _servers.AskAsync(domain, questions, cancellationToken) : Task.FromResult<IReadOnlyList<NameServerFact>>([]);
        var delegations = subject.AskNameServers ? _delegations.AskAsync(domain, questions, cancellationToken) : Task.FromResult<IReadOnlyList<DelegationFact>>([]);
        var lists = subject.AskBlocklists ? _lists.AskAsync(subject, questions, cancellationToken) : Task.FromResult<IReadOnlyList<BlocklistFact>>([]);
        await Task.WhenAll(rules, dnssec, hosts, servers, delegations, lists);
        return known with
        {
            Dns = questions.Answers(),
            Dnssec = await dnssec,
            HostDnssec = await hosts,
            NameServers = await servers,
            Delegations = await delegations,
            Blocklists = await lists,
        };
    }

    // What is known before anything is asked.
    private DomainFacts Before(ExamSubject subject, string resolver) => new()
    {
        Domain = subject.Domain,
        At = time.GetUtcNow(),
        Resolver = resolver,
        Dns = new DnsSnapshot(),
        Selectors = subject.Selectors,
        SendingHosts = [.. subject.SendingHosts.Select(host => host with { Address = PlainAddress.Of(host.Address) })],
        Profile = subject.Profile,
        IsProfileSaid = subject.IsProfileSaid,
        SeenSenders = subject.SeenSenders,
        SeenHelos = subject.SeenHelos,
        UnmanagedSubdomains = subject.UnmanagedSubdomains,
    };
}
