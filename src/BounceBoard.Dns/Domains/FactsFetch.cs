using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using Microsoft.Extensions.Options;

namespace BounceBoard.Dns.Domains;

/// <summary>Finds out what DNS says of a domain's mail: everything of <see cref="DomainFacts"/> but the mail hosts and the MTA-STS policy.</summary>
public sealed class FactsFetch(ResolverSet resolvers, IOptions<DnsOptions> options, TimeProvider time)
{
    /// <summary>An examination may take this long; what is unanswered then is Unknown.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<DomainFacts> FetchAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Patience, time);
        var resolver = resolvers.All[0];
        var snapshot = new DnsSnapshot();
        await new SnapshotFetch(resolver).AddAsync(
            snapshot, [new RecordQuestion(subject.Domain.Value, RecordType.Txt)], deadline.Token, cancellationToken);
        _ = options.Value;
        return new DomainFacts
        {
            Domain = subject.Domain,
            At = time.GetUtcNow(),
            Resolver = resolver.Name,
            Dns = snapshot,
            Selectors = subject.Selectors,
            SendingHosts = subject.SendingHosts,
            Profile = subject.Profile,
        };
    }
}
