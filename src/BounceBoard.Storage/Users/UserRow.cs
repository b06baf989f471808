using BounceBoard.Core.Tenants;

namespace BounceBoard.Storage.Users;

/// <summary>A person who may sign in.</summary>
public sealed record UserRow
{
    public required long Id { get; init; }

    public required string Email { get; init; }

    /// <summary>Upper-case address under which the person is found; unique.</summary>
    public required string EmailKey { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>Null until the person has set a password by a one-time link.</summary>
    public required string? PasswordHash { get; init; }

    /// <summary>Changes with password, role and disabling; sessions that carry another one end.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Changes with every write; a write with an old one does nothing.</summary>
    public required string ConcurrencyStamp { get; init; }

    public required DateTimeOffset? LockoutEnd { get; init; }

    public required int AccessFailedCount { get; init; }

    public required InstallationRole InstallationRole { get; init; }

    /// <summary>Is assigned to every tenant that is added from now on.</summary>
    public required bool JoinsNewTenants { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? DisabledAt { get; init; }

    /// <summary>Without the hash and the stamps, which a record would print.</summary>
    public override string ToString() => $"user {Id}";
}
