using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.MtaSts;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What the checks of MTA-STS share.</summary>
internal static class StsAdvice
{
    /// <summary>A record with an id that was never used.</summary>
    public static ProposedRecord NewRecord(DomainFacts facts) => Advice.Txt($"_mta-sts.{facts.Domain}", $"v=STSv1; id={facts.At.UtcDateTime:yyyyMMddHHmmss}");

    public static bool Covers(MtaStsPolicy policy, string host) => DomainName.TryParse(host, out var name) && policy.Covers(name);
}
