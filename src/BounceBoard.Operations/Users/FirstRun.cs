using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Users;

/// <summary>Makes the first owner. There is no default account: who can read the host's log gets a link that works once.</summary>
public sealed class FirstRun(
    UserReader users, UserWriter writer, OneTimeLinks links, OneTimeLinkReader linkReader, OneTimeLinkWriter linkWriter, PasswordRules passwords, AuditedWrite writes)
{
    /// <summary>While there is no owner: a new set-up token, the older ones stop working. Call it once at each start and print the link.</summary>
    /// <returns>The token, or null when there is an owner.</returns>
    public async Task<string?> EnsureSetupLinkAsync(CancellationToken cancellationToken)
    {
        var result = await writes.UncheckedAsync<string>(
            Actor.System,
            async scope =>
            {
                if (await users.HasOwnerAsync(cancellationToken))
                {
                    return new OperationResult.Refused("There is an owner.");
                }
                var token = await links.IssueAsync(null, OneTimeLinkPurpose.Setup, scope, cancellationToken);
                await scope.AuditAsync("installation.setup-link", "installation", "a new set-up link was printed", cancellationToken);
                return token;
            },
            cancellationToken);
        return result.TryGet(out var made) ? made : null;
    }

    /// <summary>Whether the set-up is still to be done: then every page leads to it.</summary>
    public async Task<bool> IsPendingAsync(CancellationToken cancellationToken) => !await users.HasOwnerAsync(cancellationToken);

    /// <summary>Makes the first owner with a password.</summary>
    /// <returns>The owner, who may be signed in now.</returns>
    public async Task<OperationResult<long>> CreateOwnerAsync(
        string token, string email, string displayName, string password, CancellationToken cancellationToken)
    {
        if ((UserRows.Problem(email, displayName) ?? PasswordRules.Problem(password, email)) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        // Before the hash: a stranger without the token must not be able to keep the processor busy.
        if (await linkReader.FindAsync(SecretToken.Hash(token), cancellationToken) is not { Purpose: OneTimeLinkPurpose.Setup })
        {
            return DeadLink;
        }
        var hash = passwords.Hash(password);
        var actor = new Actor(null, email.Trim(), "link", InstallationRole.None);
        return await writes.UncheckedAsync(
            actor, scope => CreateAsync(SecretToken.Hash(token), email, displayName, hash, scope, cancellationToken), cancellationToken);
    }

    private static OperationResult.Refused DeadLink { get; } =
        new("This set-up link does not work any more. Restart BounceBoard: it prints a new one while there is no owner.");

    private async Task<OperationResult<long>> CreateAsync(
        string tokenHash, string email, string displayName, string passwordHash, WriteScope scope, CancellationToken cancellationToken)
    {
        if (await users.HasOwnerAsync(cancellationToken))
        {
            return new OperationResult.Refused("There is an owner already. Sign in, or ask the owner for access.");
        }
        var owner = UserRows.New(email, displayName, InstallationRole.Owner, joinsNewTenants: false, scope.Now) with { PasswordHash = passwordHash };
        if (await users.FindByEmailAsync(owner.EmailKey, cancellationToken) is not null)
        {
            return new OperationResult.Refused($"There is an account for {owner.Email} already. Use another address.");
        }
        if (!await linkWriter.UseAsync(tokenHash, scope.Now, scope.Transaction, cancellationToken))
        {
            return DeadLink;
        }
        await writer.AddAsync(owner, scope.Transaction, cancellationToken);
        await scope.AuditAsync("installation.owner", $"user {owner.Email}", "first owner, by the set-up link", cancellationToken);
        return owner.Id;
    }
}
