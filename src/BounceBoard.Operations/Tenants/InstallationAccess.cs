using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Tenants;

/// <summary>Answers who may change the installation itself: tenants, people, settings, backups.</summary>
public sealed class InstallationAccess(UserReader users)
{
    public async Task<bool> IsOwnerAsync(Actor actor, CancellationToken cancellationToken) =>
        await OwnerProblemAsync(actor, cancellationToken) is null;

    internal async Task<string?> OwnerProblemAsync(Actor actor, CancellationToken cancellationToken)
    {
        var role = actor switch
        {
            { UserId: { } userId } => await users.FindAsync(userId, cancellationToken) is { DisabledAt: null } user
                ? user.InstallationRole
                : InstallationRole.None,
            { Grant: not null } => InstallationRole.None,
            _ => actor.Role,
        };
        return role == InstallationRole.Owner ? null : "Only an owner of the installation may do this.";
    }
}
