using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>How rows of people begin and change.</summary>
internal static class UserRows
{
    /// <summary>Under which an address is found: as Identity's own normalizer makes it.</summary>
    public static string EmailKey(string email) => email.Normalize().ToUpperInvariant();

    /// <returns>The problem with a name or an address, or null.</returns>
    public static string? Problem(string email, string displayName) => (email, displayName) switch
    {
        _ when !EmailAddress.TryParse(email, out _) => $"'{email}' is not a mail address. Write it like name@example.net.",
        _ when string.IsNullOrWhiteSpace(displayName) => "The name is missing.",
        { displayName.Length: > 200 } => "The name is longer than 200 characters.",
        _ => null,
    };

    public static UserRow New(string email, string displayName, InstallationRole role, bool joinsNewTenants, DateTimeOffset now) => new()
    {
        Id = RowIds.Next(now),
        Email = email.Trim(),
        EmailKey = EmailKey(email.Trim()),
        DisplayName = displayName.Trim(),
        PasswordHash = null,
        SecurityStamp = Stamp(),
        ConcurrencyStamp = Stamp(),
        LockoutEnd = null,
        AccessFailedCount = 0,
        InstallationRole = role,
        JoinsNewTenants = joinsNewTenants,
        CreatedAt = now,
        DisabledAt = null,
    };

    /// <summary>The row with both stamps new: open sessions of the person end, a write that began before fails.</summary>
    public static UserRow WithNewStamps(this UserRow user) => user with { SecurityStamp = Stamp(), ConcurrencyStamp = Stamp() };

    private static string Stamp() => Guid.NewGuid().ToString("N");
}
