using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Users;

namespace BounceBoard.Operations.Tenants;

/// <summary>Adds tenants, renames them and moves them through their life.</summary>
public sealed class TenantAdministration(
    TenantReader tenants, TenantWriter writer, UserReader users, MemberWriter members, SourceWriter sources, AuditedWrite writes)
{
    /// <summary>Adds a tenant with its default sources; technicians who join new tenants are assigned to it.</summary>
    public Task<OperationResult<TenantRow>> AddAsync(Actor actor, string slug, string name, CancellationToken cancellationToken) =>
        AddAsync(actor, slug, name, isDemo: false, cancellationToken);

    /// <summary>Changes slug and name. Links with the old slug stop working.</summary>
    public Task<OperationResult<Unit>> RenameAsync(
        Actor actor, TenantId tenant, string slug, string name, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                if (await ProblemAsync(slug, name, tenant, cancellationToken) is { } problem)
                {
                    return problem;
                }
                var before = await tenants.FindAsync(tenant, cancellationToken);
                await writer.RenameAsync(tenant, slug, name.Trim(), scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "tenant.rename", $"tenant {slug}", $"slug {before?.Slug} -> {slug}; name {before?.Name} -> {name.Trim()}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>Suspends, resumes, archives or restores.</summary>
    /// <returns>The state it is in now.</returns>
    public Task<OperationResult<TenantState>> MoveAsync(Actor actor, TenantId tenant, TenantEvent happened, CancellationToken cancellationToken) =>
        writes.InTenantAsync<TenantState>(
            actor,
            tenant,
            TenantAction.MoveState,
            async scope =>
            {
                if (await tenants.FindAsync(tenant, cancellationToken) is not { } row ||
                    TenantStateMachine.Next(row.State, happened) is not { } next ||
                    !await writer.MoveAsync(tenant, row.State, next, scope.Transaction, cancellationToken))
                {
                    return new OperationResult.Refused($"A tenant in its state cannot {happened.ToString().ToLowerInvariant()}. Load the page again.");
                }
                await scope.AuditAsync("tenant.state", $"tenant {row.Slug}", $"{row.State} -> {next}", cancellationToken);
                return next;
            },
            cancellationToken);

    internal Task<OperationResult<TenantRow>> AddAsync(Actor actor, string slug, string name, bool isDemo, CancellationToken cancellationToken) =>
        writes.InInstallationAsync<TenantRow>(
            actor,
            async scope =>
            {
                if (await ProblemAsync(slug, name, null, cancellationToken) is { } problem)
                {
                    return problem;
                }
                var tenant = new TenantRow
                {
                    Id = new TenantId(RowIds.Next(scope.Now)),
                    Slug = slug,
                    Name = name.Trim(),
                    State = TenantState.Active,
                    IsDemo = isDemo,
                    CreatedAt = scope.Now,
                };
                await writer.AddAsync(tenant, scope.Transaction, cancellationToken);
                await DefaultSources.AddAsync(sources, tenant.Id, scope.Now, scope.Transaction, cancellationToken);
                var joined = await JoinAsync(tenant.Id, scope, cancellationToken);
                await scope.AuditAsync("tenant.add", $"tenant {slug}", $"name {tenant.Name}", cancellationToken);
                await scope.AuditAsync(tenant.Id, "tenant.add", $"tenant {slug}", $"{joined} technicians assigned", cancellationToken);
                return tenant;
            },
            cancellationToken);

    private async Task<int> JoinAsync(TenantId tenant, WriteScope scope, CancellationToken cancellationToken)
    {
        var joining = await users.ListJoiningAsync(cancellationToken);
        foreach (var userId in joining)
        {
            await members.SetAsync(tenant, userId, TenantRole.Technician, scope.Now, scope.Transaction, cancellationToken);
        }
        return joining.Count;
    }

    private async Task<OperationResult.Refused?> ProblemAsync(string slug, string name, TenantId? self, CancellationToken cancellationToken)
    {
        if (!TenantSlug.TryParse(slug, out _))
        {
            return new OperationResult.Refused(
                $"'{slug}' cannot stand in a link. Use 2 to 40 of a-z, 0-9 and hyphen, with a letter or digit at both ends.");
        }
        if (string.IsNullOrWhiteSpace(name) || name.Length > 200)
        {
            return new OperationResult.Refused("The name is missing or longer than 200 characters.");
        }
        var holder = await tenants.FindBySlugAsync(slug, cancellationToken);
        return holder is null || holder.Id == self ? null : new OperationResult.Refused($"The slug '{slug}' is taken. Choose another.");
    }
}
