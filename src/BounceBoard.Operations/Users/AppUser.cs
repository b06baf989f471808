using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>A person as ASP.NET Core Identity handles one: it sets fields, then stores the whole.</summary>
public sealed class AppUser
{
    public long Id { get; init; }

    /// <summary>Also the user name.</summary>
    public string Email { get; set; } = "";

    public string EmailKey { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string? PasswordHash { get; set; }

    public string SecurityStamp { get; set; } = "";

    /// <summary>As read; the store writes only over a row that still has it.</summary>
    public string ConcurrencyStamp { get; set; } = "";

    public DateTimeOffset? LockoutEnd { get; set; }

    public int AccessFailedCount { get; set; }

    public InstallationRole InstallationRole { get; init; }

    public bool JoinsNewTenants { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? DisabledAt { get; init; }

    internal static AppUser From(UserRow row) => new()
    {
        Id = row.Id,
        Email = row.Email,
        EmailKey = row.EmailKey,
        DisplayName = row.DisplayName,
        PasswordHash = row.PasswordHash,
        SecurityStamp = row.SecurityStamp,
        ConcurrencyStamp = row.ConcurrencyStamp,
        LockoutEnd = row.LockoutEnd,
        AccessFailedCount = row.AccessFailedCount,
        InstallationRole = row.InstallationRole,
        JoinsNewTenants = row.JoinsNewTenants,
        CreatedAt = row.CreatedAt,
        DisabledAt = row.DisabledAt,
    };

    internal UserRow ToRow(string concurrencyStamp) => new()
    {
        Id = Id,
        Email = Email,
        EmailKey = EmailKey,
        DisplayName = DisplayName,
        PasswordHash = PasswordHash,
        SecurityStamp = SecurityStamp,
        ConcurrencyStamp = concurrencyStamp,
        LockoutEnd = LockoutEnd,
        AccessFailedCount = AccessFailedCount,
        InstallationRole = InstallationRole,
        JoinsNewTenants = JoinsNewTenants,
        CreatedAt = CreatedAt,
        DisabledAt = DisabledAt,
    };
}
