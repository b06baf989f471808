using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
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
    private readonly NameServersFetch _servers = new(resolvers.Direct, options.Value.AuthoritativePort);
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
        var (at, domain) = (time.GetUtcNow(), subject.Domain.Value);
        var rules = FollowRules.RunAsync(questions, FirstQuestions.For(subject), answers => NextQuestions.After(subject, answers), cancellationToken);
        var dnssec = _dnssec.OfDomainAsync(domain, questions, cancellationToken);
        var hosts = _dnssec.OfHostsAsync(domain, questions, cancellationToken);
        var servers = subject.AskNameServers ? _servers.AskAsync(domain, questions, cancellationToken) : Task.FromResult<IReadOnlyList<NameServerFact>>([]);
        var lists = subject.AskBlocklists ? _lists.AskAsync(subject, questions, cancellationToken) : Task.FromResult<IReadOnlyList<BlocklistFact>>([]);
        await Task.WhenAll(rules, dnssec, hosts, servers, lists);
        return new DomainFacts
        {
            Domain = subject.Domain,
            At = at,
            Resolver = questions.ResolverName,
            Dns = questions.Answers(),
            Selectors = subject.Selectors,
            Dnssec = await dnssec,
            HostDnssec = await hosts,
            NameServers = await servers,
            SendingHosts = subject.SendingHosts,
            Blocklists = await lists,
            Profile = subject.Profile,
            SeenSenders = subject.SeenSenders,
            SeenHelos = subject.SeenHelos,
            UnmanagedSubdomains = subject.UnmanagedSubdomains,
        };
    }
}
