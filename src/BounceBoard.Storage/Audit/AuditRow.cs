using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Audit;

/// <summary>One line of a tenant's audit log, linked to the line before by its hash.</summary>
public sealed class AuditRow
{
    /// <summary><see cref="Core.Tenants.TenantId.Installation"/> for what belongs to no tenant.</summary>
    public required TenantId TenantId { get; init; }

    /// <summary>1, 2, 3 … within the tenant, without gaps.</summary>
    public required long Seq { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Actor { get; init; }

    public required string Via { get; init; }

    public required string Action { get; init; }

    public required string Object { get; init; }

    public required string Detail { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public AuditLink ToLink() => new(TenantId, Seq, new AuditEntry(At, Actor, Via, Action, Object, Detail), PreviousHash, Hash);
}
