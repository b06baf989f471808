using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>Links by which a person sets a password: valid for seven days, once, until revoked; a new one ends the older ones.</summary>
public sealed class OneTimeLinks(
    OneTimeLinkReader links, OneTimeLinkWriter writer, UserReader users, UserWriter userWriter, PasswordRules passwords, AuditedWrite writes, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly OperationResult.Refused Dead = new("This link was used, revoked, or is older than seven days. Ask for a new one.");

    /// <returns>What the link is for, or null when it does not work (any more).</returns>
    public async Task<OneTimeLinkView?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var link = await links.FindAsync(SecretToken.Hash(token), cancellationToken);
        if (link is not { UsedAt: null } || link.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }
        if (link.UserId is not { } userId)
        {
            return new OneTimeLinkView(link.Purpose, "", "", link.ExpiresAt);
        }
        return await users.FindAsync(userId, cancellationToken) is { DisabledAt: null } user
            ? new OneTimeLinkView(link.Purpose, user.Email, user.DisplayName, link.ExpiresAt)
            : null;
    }

    /// <summary>Sets the password of the person the link was made for; ends the person's other sessions and a lock-out.</summary>
    /// <returns>The person, who may be signed in now.</returns>
    public async Task<OperationResult<long>> RedeemAsync(string token, string password, CancellationToken cancellationToken)
    {
        if (await FindAsync(token, cancellationToken) is not { Email.Length: > 0 } view)
        {
            return Dead;
        }
        if (PasswordRules.Problem(password, view.Email) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        // Hashing takes a tenth of a second on purpose; not while the writer's place is held.
        var hash = passwords.Hash(password);
        var actor = new Actor(null, view.Email, "link", InstallationRole.None);
        return await writes.UncheckedAsync(actor, scope => RedeemAsync(SecretToken.Hash(token), hash, scope, cancellationToken), cancellationToken);
    }

    /// <summary>Makes a link for a person inside a change that is allowed and audited by its caller.</summary>
    internal async Task<string> IssueAsync(long? userId, OneTimeLinkPurpose purpose, WriteScope scope, CancellationToken cancellationToken)
    {
        await writer.RevokeAsync(userId, scope.Transaction, cancellationToken);
        var token = SecretToken.New();
        await writer.AddAsync(
            new OneTimeLinkRow
            {
                TokenHash = SecretToken.Hash(token),
                Purpose = purpose,
                UserId = userId,
                CreatedAt = scope.Now,
                ExpiresAt = scope.Now + Life,
                UsedAt = null,
            },
            scope.Transaction,
            cancellationToken);
        return token;
    }

    private async Task<OperationResult<long>> RedeemAsync(string tokenHash, string passwordHash, WriteScope scope, CancellationToken cancellationToken)
    {
        var link = await links.FindAsync(tokenHash, cancellationToken);
        var user = link?.UserId is { } userId ? await users.FindAsync(userId, cancellationToken) : null;
        if (user is not { DisabledAt: null } || !await writer.UseAsync(tokenHash, scope.Now, scope.Transaction, cancellationToken))
        {
            return Dead;
        }
        var changed = user.WithNewStamps() with { PasswordHash = passwordHash, LockoutEnd = null, AccessFailedCount = 0 };
        if (!await userWriter.UpdateAsync(changed, user.ConcurrencyStamp, scope.Transaction, cancellationToken))
        {
            throw new InvalidOperationException("The account changed inside the only write transaction.");
        }
        await writer.RevokeAsync(user.Id, scope.Transaction, cancellationToken);
        await scope.AuditAsync("user.password", $"user {user.Email}", $"set by one-time link ({link?.Purpose})", cancellationToken);
        return user.Id;
    }
}
