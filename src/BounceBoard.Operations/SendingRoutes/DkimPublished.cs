using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Compares a private DKIM key with what DNS publishes of it (RFC 6376 §3.6.2.1). A warning at most: the record may be on its way.</summary>
internal sealed class DkimPublished(ResolverSet resolvers)
{
    /// <returns>What DNS says against the key; null when it fits, or when nobody knows.</returns>
    public async Task<string?> WarningAsync(string pem, string domain, string selector, CancellationToken cancellationToken)
    {
        var name = $"{selector}._domainkey.{domain}";
        var answers = await Task.WhenAll(resolvers.All.Select(resolver => resolver.RecordAsync(name, RecordType.Txt, cancellationToken)));
        var known = answers.Where(answer => answer.State != DnsState.Unknown).ToList();
        if (known.Count == 0)
        {
            return null;
        }
        var found = known.Where(answer => answer.State == DnsState.Found).ToList();
        if (found.Count == 0)
        {
            return $"DKIM: there is no record at {name} ({known.Count} of {answers.Length} resolvers). Receivers cannot check the signature until it is published.";
        }
        return found.Exists(answer => answer.Records.Any(record => DkimRecord.Fits(record, pem) == true)) ? null
            : found.Exists(answer => answer.Records.Any(record => DkimRecord.Fits(record, pem) is null)) ? null
            : $"DKIM: the record at {name} holds another key than this one. Receivers will take the signature for a forged one.";
    }
}
