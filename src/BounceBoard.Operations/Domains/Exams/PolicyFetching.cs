using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Fetches the MTA-STS policy of a domain as senders of mail do (RFC 8461 §3.3): no redirect, a certificate for the name.</summary>
internal sealed class PolicyFetching(GuardedFetch fetch)
{
    /// <summary>Bytes of a body (RFC 8461 §3.3 proposes this limit).</summary>
    public const int MostBytes = 64 * 1024;

    /// <param name="id">Of the record that says there is a policy; empty when it has none.</param>
    /// <param name="resolverName">Whose answers the rest of the examination stands on.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<PolicyFetch> FetchAsync(DomainName domain, string id, string resolverName, CancellationToken cancellationToken)
    {
        var answer = await fetch.GetAsync(new OutsideQuestion(new Uri($"https://mta-sts.{domain}/.well-known/mta-sts.txt"), MostBytes), resolverName, cancellationToken);
        return new PolicyFetch(answer.Status, answer.MediaType, Encoding.UTF8.GetString(answer.Body), answer.Problem, answer.IsUnknown) { Id = id, Issuer = answer.Issuer };
    }
}
