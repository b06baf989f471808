using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Evidence;

/// <summary>Evidence that waits for its parser, of whatever tenant.</summary>
public sealed class DueEvidenceRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Stream { get; init; }

    public required int Ordinal { get; init; }

    public required bool Verified { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int Attempts { get; init; }
}
