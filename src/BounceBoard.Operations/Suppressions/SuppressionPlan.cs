using BounceBoard.Core.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>What a decision about an incident means for the list.</summary>
/// <param name="WindowFrom">Since then the scope fails widely, or what its servers said counts no longer: nobody is suppressed, and what was added since is listed for a look. Null when neither is so.</param>
internal sealed record SuppressionPlan(SuppressionMode Mode, IReadOnlyList<NewSuppression> People, DateTimeOffset? WindowFrom)
{
    public static SuppressionPlan Nothing { get; } = new(SuppressionMode.Off, [], null);
}
