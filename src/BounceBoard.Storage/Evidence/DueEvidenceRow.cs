using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Evidence;

/// <summary>Evidence that waits for its parser, claimed by the worker that holds the row.</summary>
public sealed record DueEvidenceRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required EvidenceKind Kind { get; init; }

    public required string Name { get; init; }

    public string? Stream { get; init; }

    public required int Ordinal { get; init; }

    public required bool Verified { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Raw bytes; 0 where nobody asked for them.</summary>
    public long Size { get; init; }

    /// <summary>Attempts begun, that of the claim included.</summary>
    public required int Attempts { get; init; }

    /// <summary>Until then nobody else takes it; also the name of the claim.</summary>
    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>A piece of a log may hold tens of thousands of lines; what failed before must not count against its neighbours.</summary>
    public bool GoesAlone => Attempts > 1 || Kind == EvidenceKind.Log;
}
