using BounceBoard.Core.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>What a decision about an incident means for the list.</summary>
/// <param name="WindowFrom">The scope fails widely since then: nobody is suppressed, and what was added since is listed for a look. Null when it does not.</param>
internal sealed record SuppressionPlan(SuppressionMode Mode, IReadOnlyList<NewSuppression> People, DateTimeOffset? WindowFrom)
{
    /// <summary>Recipient keys of entries under which the facts moved: they are listed for a look.</summary>
    public IReadOnlyList<string> Doubted { get; init; } = [];

    public static SuppressionPlan Nothing { get; } = new(SuppressionMode.Off, [], null);
}
