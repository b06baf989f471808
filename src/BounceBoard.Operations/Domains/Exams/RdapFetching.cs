using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Registration;
using BounceBoard.Dns.Domains;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>
/// Asks the registry of a domain when its registration ends (RFC 9082 §3.1.3). Registries count questions, so an answer stands for a day for all
/// domains and tenants under the name; one that tells of a fault for an hour, since somebody may be mending it.
/// </summary>
/// <param name="list">Where the list of registries' servers is fetched (RFC 9224).</param>
internal sealed class RdapFetching(GuardedFetch fetch, Uri list, TimeProvider time)
{
    /// <summary>The list has about 100 kB.</summary>
    private const int MostListBytes = 1024 * 1024;

    private const int MostBytes = 64 * 1024;
    private const int MostNames = 10_000;
    private const string Json = "application/rdap+json";

    public static readonly TimeSpan Sound = TimeSpan.FromDays(1);
    public static readonly TimeSpan Faulty = TimeSpan.FromHours(1);

    /// <summary>List, question and redirect together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan EndsSoon = TimeSpan.FromDays(30);

    private readonly Remembered<Uri, (RdapBootstrap? List, string Problem)> _lists = new(time, 1);
    private readonly Remembered<string, RegistrationFact> _known = new(time, MostNames);

    /// <returns>Null for names that nobody registers.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<RegistrationFact?> FetchAsync(DomainName domain, string resolverName, CancellationToken cancellationToken)
    {
        if (SpecialNames.Contains(domain))
        {
            return null;
        }
        var name = OrganizationalDomain.Of(domain);
        return await _known.GetAsync(
            name.Value,
            isFresh: false,
            async token =>
            {
                var fact = await InTimeAsync(name, resolverName, token);
                return (fact, LifeOf(fact));
            },
            cancellationToken);
    }

    private TimeSpan LifeOf(RegistrationFact fact) => fact.IsUnknown || fact.ExpiresAt - time.GetUtcNow() < EndsSoon ? Faulty : Sound;

    private async Task<RegistrationFact> InTimeAsync(DomainName name, string resolverName, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(name, resolverName, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return RegistrationFact.Unknown(name.Value, $"The registry of {name} did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    private async Task<RegistrationFact> AskAsync(DomainName name, string resolverName, CancellationToken cancellationToken)
    {
        var (servers, problem) = await _lists.GetAsync(list, isFresh: false, token => ListAsync(resolverName, token), cancellationToken);
        if (servers?.AddressFor(name) is not { } address)
        {
            return RegistrationFact.Unknown(name.Value, servers is null ? problem : $"No registration server is listed for {name}.");
        }
        // A registry may send clients on to where the name is really held (RFC 7480 §5.2).
        var answer = await fetch.FollowOnceAsync(new OutsideQuestion(address, MostBytes, Json), resolverName, cancellationToken);
        return answer.Status == 404 ? RegistrationFact.Unknown(name.Value, $"The registry does not know {name}.")
            : answer.Problem.Length > 0 ? RegistrationFact.Unknown(name.Value, answer.Problem)
            : RdapDomain.Parse(name.Value, answer.Body);
    }

    private async Task<((RdapBootstrap? List, string Problem) Value, TimeSpan Keep)> ListAsync(string resolverName, CancellationToken cancellationToken)
    {
        var answer = await fetch.GetAsync(new OutsideQuestion(list, MostListBytes), resolverName, cancellationToken);
        var problem = answer.Problem;
        var servers = problem.Length == 0 ? RdapBootstrap.Parse(answer.Body, out problem) : null;
        return ((servers, problem), servers is null ? Faulty : Sound);
    }
}
