using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Domains;

/// <summary>A link that opens the health of one domain to whoever has it, to read only.</summary>
public sealed class DomainShareRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required long DomainId { get; init; }

    /// <summary>SHA-256 of the token, hex; the token itself is kept nowhere.</summary>
    public required string TokenHash { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}
