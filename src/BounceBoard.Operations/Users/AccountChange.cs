using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>Says for the audit log what Identity changed on an account.</summary>
internal static class AccountChange
{
    public static string Describe(UserRow? before, AppUser after)
    {
        if (before is null)
        {
            return "new";
        }
        var changes = new List<string>();
        if (before.PasswordHash != after.PasswordHash)
        {
            // The same is true of a hash that is only renewed with stronger parameters at sign-in.
            changes.Add("password hash written");
        }
        if (before.Email != after.Email)
        {
            changes.Add($"address {before.Email} -> {after.Email}");
        }
        if (after.AccessFailedCount > before.AccessFailedCount)
        {
            changes.Add($"failed sign-in {after.AccessFailedCount}");
        }
        if (after.LockoutEnd is { } end && before.LockoutEnd != after.LockoutEnd)
        {
            changes.Add($"locked until {end.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z after failed sign-ins");
        }
        if (after.AccessFailedCount < before.AccessFailedCount && changes.Count == 0)
        {
            changes.Add("failed sign-ins forgotten after a good one");
        }
        return changes.Count == 0 ? "no visible field" : string.Join("; ", changes);
    }
}
