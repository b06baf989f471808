using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Users;

/// <summary>What a person is in one tenant.</summary>
public sealed class MemberRow
{
    public required TenantId TenantId { get; init; }

    public required long UserId { get; init; }

    public required TenantRole Role { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    public required DateTimeOffset? DisabledAt { get; init; }

    /// <summary>False for an invited person who has not set a password yet.</summary>
    public required bool HasPassword { get; init; }
}
