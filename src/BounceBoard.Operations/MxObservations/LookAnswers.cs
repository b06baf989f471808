using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.MxObservations;

/// <summary>What the resolvers said in one look.</summary>
internal sealed record LookAnswers(IReadOnlyList<(string Resolver, MxAnswer Answer)> Mx, IReadOnlyList<(string Resolver, RecordAnswer Answer)> Records)
{
    /// <summary>At least one resolver gave a usable answer for the MX.</summary>
    public bool AnyKnown => Mx.Any(seen => seen.Answer.State != DnsState.Unknown);

    /// <summary>Smallest time to live among the usable MX answers; null when none has one.</summary>
    public TimeSpan? Ttl => Mx.Where(seen => seen.Answer.State != DnsState.Unknown).Min(seen => seen.Answer.Ttl) is { } seconds
        ? TimeSpan.FromSeconds(seconds)
        : null;
}
