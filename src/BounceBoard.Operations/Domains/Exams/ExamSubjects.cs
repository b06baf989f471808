using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Routes;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Puts together what a tenant knows of a domain before it is examined.</summary>
internal sealed class ExamSubjects(SenderPoolReader pools, OwnNetworkReader networks, DomainReader domains, SeenSenderReader seen, TimeProvider time)
{
    /// <summary>Sending addresses that are looked at; each costs questions to every blocklist.</summary>
    private const int MostHosts = 32;

    private const int MostSelectors = 20;

    /// <summary>Ways of sending that are looked at, of all domains of the tenant together; the latest.</summary>
    private const int MostSeen = 2_000;

    private static readonly TimeSpan SeenFor = TimeSpan.FromDays(90);

    /// <summary>For a whole examination.</summary>
    /// <param name="sharesAnswers">See <see cref="ExamSubject.SharesAnswers"/>.</param>
    public Task<ExamSubject> OfAsync(DomainRow domain, bool sharesAnswers, CancellationToken cancellationToken) =>
        OfAsync(domain, CommonSelectors.All, sharesAnswers, cancellationToken);

    /// <summary>For a look at DNS between: no selectors are guessed but those that had a key.</summary>
    public Task<ExamSubject> BetweenAsync(DomainRow domain, DomainFacts last, CancellationToken cancellationToken) =>
        OfAsync(domain, FactsOver.LiveSelectors(last), sharesAnswers: true, cancellationToken);

    private async Task<ExamSubject> OfAsync(DomainRow domain, IEnumerable<string> tried, bool sharesAnswers, CancellationToken cancellationToken)
    {
        var (tenant, name, now) = (domain.TenantId, DomainName.Parse(domain.Name), time.GetUtcNow());
        var mail = new SeenMail(domain.Name, await seen.ListAsync(tenant, now - SeenFor, MostSeen, cancellationToken));
        var addresses = (await pools.ListAsync(tenant, cancellationToken)).SelectMany(pool => pool.Addresses);
        return new ExamSubject
        {
            Domain = name,
            Selectors = Selectors(domain, await seen.SelectorsAsync(tenant, name, now - SeenFor, MostSelectors, cancellationToken), tried),
            SendingHosts = mail.Hosts(addresses, await networks.ListAsync(tenant, cancellationToken), now, MostHosts),
            Profile = domain.Profile,
            IsProfileSaid = domain.ProfileSaid,
            SharesAnswers = sharesAnswers,
            SeenSenders = mail.Senders,
            SeenHelos = mail.Helos,
            // Mostly none sends, and the list of a tenant's domains may be long.
            UnmanagedSubdomains = mail.Unmanaged([]).Count == 0 ? [] : mail.Unmanaged([.. (await domains.ListAsync(tenant, cancellationToken)).Select(managed => managed.Name)]),
        };
    }

    private static IReadOnlyList<SelectorFact> Selectors(DomainRow domain, IReadOnlyList<SeenSelectorRow> seen, IEnumerable<string> tried) =>
    [
        .. domain.Selectors.Select(selector => new SelectorFact(selector, SelectorOrigin.Configured))
            .Concat(seen.Select(row => new SelectorFact(row.Selector, SelectorOrigin.Seen) { LastSeen = row.Verified ? row.LastAt : null }))
            .Concat(tried.Select(selector => new SelectorFact(selector, SelectorOrigin.Common)))
            .DistinctBy(fact => fact.Selector, StringComparer.OrdinalIgnoreCase),
    ];
}
