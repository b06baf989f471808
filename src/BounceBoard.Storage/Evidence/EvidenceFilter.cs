using BounceBoard.Core.Evidence;

namespace BounceBoard.Storage.Evidence;

/// <summary>Which evidence a list shows; null means all.</summary>
/// <param name="Text">Part of the item's name.</param>
public sealed record EvidenceFilter(EvidenceState? State = null, long? SourceId = null, EvidenceKind? Kind = null, string? Text = null)
{
    public static EvidenceFilter All { get; } = new();
}
