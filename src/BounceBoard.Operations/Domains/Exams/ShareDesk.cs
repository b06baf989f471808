using System.Globalization;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Links that show the health of one domain to whoever has them, to read only and for some days.</summary>
public sealed class ShareDesk(
    DomainReader domains, DomainShareReader shares, DomainShareWriter writer, TenantReader tenants, HealthReading health, AuditedWrite writes, TimeProvider time)
{
    public const int MostDays = 365;

    private const int TokenLength = 43;

    /// <param name="days">1 to 365.</param>
    public Task<OperationResult<NewDomainShare>> CreateAsync(
        Actor actor, TenantId tenant, DomainName domain, int days, CancellationToken cancellationToken) =>
        writes.InTenantAsync<NewDomainShare>(
            actor,
            tenant,
            TenantAction.ManageDomains,
            async scope =>
            {
                if (days is < 1 or > MostDays)
                {
                    return new OperationResult.Refused($"Choose 1 to {MostDays} days.");
                }
                if (await domains.FindByNameAsync(tenant, domain, cancellationToken) is not { } row)
                {
                    return new OperationResult.Refused("There is no such domain in this tenant. Load the list again.");
                }
                var token = SecretToken.New();
                var share = new DomainShareRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    DomainId = row.Id,
                    TokenHash = SecretToken.Hash(token),
                    CreatedAt = scope.Now,
                    CreatedBy = actor.Name,
                    ExpiresAt = scope.Now.AddDays(days),
                };
                await writer.AddAsync(tenant, share, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "share.create", $"report of {row.Name}", string.Create(CultureInfo.InvariantCulture, $"link for {days} days"), cancellationToken);
                return new NewDomainShare(share.Id, token, share.ExpiresAt);
            },
            cancellationToken);

    /// <summary>The link opens nothing any more.</summary>
    public Task<OperationResult<Unit>> RevokeAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageDomains,
            async scope =>
            {
                if (await shares.FindAsync(tenant, id, cancellationToken) is not { } share ||
                    !await writer.RevokeAsync(tenant, id, scope.Now, scope.Transaction, cancellationToken))
                {
                    return new OperationResult.Refused("There is no such link, or it is revoked already. Load the page again.");
                }
                var domain = await domains.FindAsync(tenant, share.DomainId, cancellationToken);
                await scope.AuditAsync("share.revoke", $"report of {domain?.Name}", "", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>Links of a domain, the newest first; those that are over too.</summary>
    public async Task<IReadOnlyList<DomainShareRow>> ListAsync(TenantId tenant, DomainName domain, CancellationToken cancellationToken) =>
        await domains.FindByNameAsync(tenant, domain, cancellationToken) is { } row ? await shares.ListAsync(tenant, row.Id, cancellationToken) : [];

    /// <returns>Null for a token that is unknown, revoked or over: all the same to whoever tries.</returns>
    public async Task<SharedHealth?> OpenAsync(string token, CancellationToken cancellationToken)
    {
        // Looked up by hash: how long the search takes tells nothing about the token.
        if (token.Length != TokenLength || await shares.FindByHashAsync(SecretToken.Hash(token), cancellationToken) is not { } share ||
            !share.IsLive(time.GetUtcNow()) ||
            await tenants.FindAsync(share.TenantId, cancellationToken) is not { State: not TenantState.Archived } tenant ||
            await domains.FindAsync(share.TenantId, share.DomainId, cancellationToken) is not { } domain ||
            await health.FindAsync(share.TenantId, DomainName.Parse(domain.Name), cancellationToken) is not { } view)
        {
            return null;
        }
        return new SharedHealth(tenant.Name, view, share.ExpiresAt);
    }
}
