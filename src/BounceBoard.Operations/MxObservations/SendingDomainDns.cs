using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.MxObservations;

/// <summary>What DNS says of a tenant's sending domain, as last observed.</summary>
/// <param name="Mx">The latest interval of each resolver; empty before the first look.</param>
/// <param name="LastAt">The latest look; null before the first.</param>
/// <param name="NextAt">When it is looked at again; null when it is not watched.</param>
public sealed record SendingDomainDns(
    IReadOnlyList<MxObservation> Mx, SendingRecord Spf, SendingRecord Dmarc, IReadOnlyList<SendingRecord> Dkim, DateTimeOffset? LastAt, DateTimeOffset? NextAt);
