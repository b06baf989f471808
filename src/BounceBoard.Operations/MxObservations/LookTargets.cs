using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Operations.MxObservations;

/// <summary>What is asked in one look at a domain.</summary>
/// <param name="Refusing">Addresses that refused mail for it; their reverse names are asked.</param>
/// <param name="Selectors">DKIM selectors of a sending domain, whose SPF and DMARC are asked too; null for a domain that only receives.</param>
internal sealed record LookTargets(DomainName Domain, IReadOnlyList<IPAddress> Refusing, IReadOnlyList<string>? Selectors)
{
    /// <summary>Names whose TXT records are asked.</summary>
    public IEnumerable<string> TextNames => Selectors is null
        ? []
        : Selectors.Select(selector => DkimName(selector, Domain)).Prepend(DmarcName(Domain)).Prepend(Domain.Value);

    /// <summary>RFC 7489 §6.1.</summary>
    public static string DmarcName(DomainName domain) => $"_dmarc.{domain.Value}";

    /// <summary>RFC 6376 §3.6.2.1.</summary>
    public static string DkimName(string selector, DomainName domain) => $"{selector.ToLowerInvariant()}._domainkey.{domain.Value}";
}
