using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Domains;

/// <summary>The domains a tenant sends from. The same domain may stand in several tenants: each sees only its own evidence.</summary>
public sealed class DomainAdministration(
    TenantReader tenants, DomainReader domains, DomainWriter writer, DomainWatchWriter watch, AuditedWrite writes)
{
    private const int MaximumSelectors = 50;

    private static readonly OperationResult.Refused NotThere = new("There is no such domain in this tenant. Load the list again.");

    /// <summary>Adds the domain and has its records looked at from now on.</summary>
    /// <param name="selectors">DKIM selectors; may be empty.</param>
    public Task<OperationResult<DomainRow>> AddAsync(
        Actor actor, TenantId tenant, string name, IReadOnlyList<string> selectors, CancellationToken cancellationToken) =>
        writes.InTenantAsync<DomainRow>(
            actor,
            tenant,
            TenantAction.ManageDomains,
            async scope =>
            {
                if (!DomainName.TryParse(name, out var domain) || !domain.Value.Contains('.', StringComparison.Ordinal))
                {
                    return new OperationResult.Refused($"'{name}' is not a domain name. Write it like example.net.");
                }
                if (Problem(selectors) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                if (await domains.FindByNameAsync(tenant, domain, cancellationToken) is not null)
                {
                    return new OperationResult.Refused($"{domain.Display} is in this tenant already.");
                }
                var row = new DomainRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    Name = domain.Value,
                    Selectors = Clean(selectors),
                    AddedAt = scope.Now,
                };
                await writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                // The sample's DNS answers are recorded; nothing is asked for it.
                if (await tenants.FindAsync(tenant, cancellationToken) is { IsDemo: false })
                {
                    await watch.WatchAsync([domain], scope.Now, scope.Transaction, cancellationToken);
                }
                await scope.AuditAsync("domain.add", $"domain {row.Name}", Text(row.Selectors), cancellationToken);
                return row;
            },
            cancellationToken);

    public Task<OperationResult<Unit>> SetSelectorsAsync(
        Actor actor, TenantId tenant, long id, IReadOnlyList<string> selectors, CancellationToken cancellationToken) =>
        InDomainAsync(actor, tenant, id, async (scope, domain) =>
        {
            if (Problem(selectors) is { } problem)
            {
                return new OperationResult.Refused(problem);
            }
            var clean = Clean(selectors);
            await writer.SetSelectorsAsync(tenant, id, clean, scope.Transaction, cancellationToken);
            await scope.AuditAsync("domain.selectors", $"domain {domain.Name}", $"{Text(domain.Selectors)} -> {Text(clean)}", cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>Says whether mail is meant to come from the domain; it is examined by the other rules with the next round.</summary>
    /// <param name="profile">Null when its records decide.</param>
    public Task<OperationResult<Unit>> SetProfileAsync(
        Actor actor, TenantId tenant, long id, DomainProfile? profile, CancellationToken cancellationToken) =>
        InDomainAsync(actor, tenant, id, async (scope, domain) =>
        {
            await writer.SetProfileAsync(tenant, id, profile, scope.Transaction, cancellationToken);
            await scope.AuditAsync(
                "domain.profile", $"domain {domain.Name}", $"{Text(domain.ProfileSaid ? domain.Profile : null)} -> {Text(profile)}", cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>Takes the domain off the list with its examinations; bounces and verdicts stay.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InDomainAsync(actor, tenant, id, async (scope, domain) =>
        {
            await writer.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
            await scope.AuditAsync("domain.remove", $"domain {domain.Name}", Text(domain.Selectors), cancellationToken);
            return new Unit();
        }, cancellationToken);

    private Task<OperationResult<Unit>> InDomainAsync(
        Actor actor, TenantId tenant, long id, Func<WriteScope, DomainRow, Task<OperationResult<Unit>>> change, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageDomains,
            async scope => await domains.FindAsync(tenant, id, cancellationToken) is { } domain ? await change(scope, domain) : NotThere,
            cancellationToken);

    private static string? Problem(IReadOnlyList<string> selectors) => selectors switch
    {
        { Count: > MaximumSelectors } => $"More than {MaximumSelectors} selectors. Remove those that are no longer used.",
        // A selector is one or more labels (RFC 6376 §3.1), as a domain name is.
        _ when selectors.FirstOrDefault(selector => !DomainName.TryParse(selector, out _)) is { } bad =>
            $"'{bad}' is not a DKIM selector. It is what stands before ._domainkey, for example s1.",
        _ => null,
    };

    private static IReadOnlyList<string> Clean(IReadOnlyList<string> selectors) =>
        [.. selectors.Select(selector => DomainName.Parse(selector).Value).Distinct(StringComparer.Ordinal)];

    private static string Text(IReadOnlyList<string> selectors) => selectors.Count == 0 ? "no selectors" : $"selectors {string.Join(", ", selectors)}";

    private static string Text(DomainProfile? profile) => profile?.ToString() ?? "as its records say";
}
