using BounceBoard.Core.Addresses;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What a draft is held against.</summary>
/// <param name="Domains">Domains of the tenant.</param>
/// <param name="Pools">Names of its sender pools.</param>
/// <param name="AllowsDirect">The installation lets tenants send straight to the MX of recipients.</param>
internal sealed record TenantSide(IReadOnlyList<DomainName> Domains, IReadOnlyList<string> Pools, bool AllowsDirect)
{
    /// <summary>The domain is one of the tenant's, or stands below one: bounces.example.net belongs to whoever has example.net.</summary>
    public bool Owns(DomainName domain) => Domains.Any(own =>
        domain == own || domain.Value.EndsWith("." + own.Value, StringComparison.Ordinal));

    public string List => Domains.Count == 0 ? "none yet" : string.Join(", ", Domains.Select(domain => domain.Display));
}
