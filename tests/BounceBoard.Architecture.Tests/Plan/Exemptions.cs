namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>Every place that may break a rule; one that is no longer needed fails its rule.</summary>
internal static class Exemptions
{
    public static readonly Exemption[] All =
    [
    ];
}
