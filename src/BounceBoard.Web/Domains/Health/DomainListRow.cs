using BounceBoard.Core.Domains.Dmarc;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>A domain in the list.</summary>
/// <param name="Health">The latest examination, judged; null before the first.</param>
/// <param name="ChangedAt">When an examination last found something else than the one before; null before the first.</param>
public sealed record DomainListRow(DomainRow Domain, DomainHealth? Health, DateTimeOffset? ChangedAt)
{
    /// <summary>A to F; empty when unknown.</summary>
    public string Grade => Health?.Score.Grade ?? "";

    /// <summary>Null where no policy is published, or none is known.</summary>
    public DmarcPolicy? Policy => Health?.Dmarc.Policy;

    /// <summary>True when it is known that no DMARC record speaks for the domain.</summary>
    public bool HasNoPolicy => Health is { Dmarc: { IsUnknown: false, Policy: null } };
}
