using System.Globalization;
using System.Security.Claims;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Web.Layout;

/// <summary>Works out who visits and what exists for them: the one gate in front of every page of a tenant.</summary>
internal sealed class Visits(TenantAccess access, TenantReader tenants, UserReader users)
{
    /// <returns>The visit, or null for a stranger and for a person who may not sign in any more.</returns>
    public async Task<Visit?> FindAsync(ClaimsPrincipal person, string? slug, CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await users.FindAsync(userId, cancellationToken) is not { DisabledAt: null } user)
        {
            return null;
        }
        var visible = await access.VisibleAsync(userId, cancellationToken);
        var all = await tenants.ListAsync(cancellationToken);
        return new Visit(
            Operations.Users.Actor.Person(userId, user.Email),
            user.DisplayName,
            user.InstallationRole,
            [.. all.Where(tenant => visible is null || visible.Contains(tenant.Id))],
            slug is null ? null : await access.FindAsync(userId, slug, cancellationToken));
    }
}
