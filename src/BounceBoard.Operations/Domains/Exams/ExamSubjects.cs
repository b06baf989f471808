using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Routes;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Puts together what a tenant knows of a domain before it is examined.</summary>
internal sealed class ExamSubjects(SenderPoolReader pools)
{
    /// <summary>Sending addresses that are looked at; each costs questions to every blocklist.</summary>
    private const int MostHosts = 32;

    /// <summary>For a whole examination.</summary>
    /// <param name="sharesAnswers">See <see cref="ExamSubject.SharesAnswers"/>.</param>
    public async Task<ExamSubject> OfAsync(DomainRow domain, bool sharesAnswers, CancellationToken cancellationToken)
    {
        var addresses = (await pools.ListAsync(domain.TenantId, cancellationToken)).SelectMany(pool => pool.Addresses).Distinct().Take(MostHosts);
        return new ExamSubject
        {
            Domain = DomainName.Parse(domain.Name),
            Selectors = Selectors(domain, CommonSelectors.All),
            SendingHosts = [.. addresses.Select(address => new SendingHost(address, null))],
            Profile = domain.Profile,
            IsProfileSaid = domain.ProfileSaid,
            SharesAnswers = sharesAnswers,
        };
    }

    /// <summary>For a look at DNS between: no selectors are guessed but those that had a key.</summary>
    public async Task<ExamSubject> BetweenAsync(DomainRow domain, DomainFacts last, CancellationToken cancellationToken)
    {
        var subject = await OfAsync(domain, sharesAnswers: true, cancellationToken);
        return subject with { Selectors = Selectors(domain, FactsOver.LiveSelectors(last)) };
    }

    private static IReadOnlyList<SelectorFact> Selectors(DomainRow domain, IEnumerable<string> tried) =>
    [
        .. domain.Selectors.Select(selector => new SelectorFact(selector, SelectorOrigin.Configured)),
        .. tried.Except(domain.Selectors, StringComparer.OrdinalIgnoreCase).Select(selector => new SelectorFact(selector, SelectorOrigin.Common)),
    ];
}
