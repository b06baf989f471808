using System.Net;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Routes;

namespace BounceBoard.Operations.Routes;

/// <summary>The configured ways out and the own networks of a tenant.</summary>
public sealed class RouteAdministration(
    OutboundRouteReader routes, OutboundRouteWriter writer, SenderPoolReader pools, OwnNetworkReader networks, OwnNetworkWriter networkWriter,
    RouteFindingWriter findings, AuditedWrite writes)
{
    private const int MaximumText = 1_000_000;
    private const int MaximumNetworks = 1_000;

    /// <summary>Adds a route, or overwrites the one with this id. A table with a line that cannot be used is refused with every such line.</summary>
    /// <param name="id">Null for a new one.</param>
    public Task<OperationResult<OutboundRouteRow>> SaveAsync(
        Actor actor, TenantId tenant, long? id, RouteDraft draft, CancellationToken cancellationToken) =>
        writes.InTenantAsync(
            actor, tenant, TenantAction.ManageRoutes, scope => SaveAsync(tenant, id, draft, scope, cancellationToken), cancellationToken);

    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageRoutes,
            async scope =>
            {
                if (await routes.FindAsync(tenant, id, cancellationToken) is not { } route)
                {
                    return NotThere;
                }
                await findings.ForgetAsync(tenant, id, scope.Transaction, cancellationToken);
                await writer.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
                await scope.AuditAsync("route.remove", $"route {route.Name}", $"{route.Kind}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    /// <summary>Replaces the networks the tenant calls its own.</summary>
    /// <param name="lines">One network in CIDR form or one address per line; empty lines are skipped.</param>
    public Task<OperationResult<Unit>> SetOwnNetworksAsync(
        Actor actor, TenantId tenant, IReadOnlyList<string> lines, CancellationToken cancellationToken) =>
        writes.InTenantAsync<Unit>(
            actor,
            tenant,
            TenantAction.ManageRoutes,
            async scope =>
            {
                var read = NetworkList.Read(lines);
                if (read.Problems.Count > 0 || read.Networks.Count > MaximumNetworks)
                {
                    return new OperationResult.Refused(
                        read.Problems.Count > 0 ? string.Join('\n', read.Problems) : $"More than {MaximumNetworks} networks.");
                }
                var before = await networks.ListAsync(tenant, cancellationToken);
                await networkWriter.ReplaceAsync(tenant, read.Networks, scope.Transaction, cancellationToken);
                await scope.AuditAsync("network.set", "own networks", $"{Text(before)} -> {Text(read.Networks)}", cancellationToken);
                return new Unit();
            },
            cancellationToken);

    private static OperationResult.Refused NotThere { get; } = new("There is no such route in this tenant. Load the list again.");

    private async Task<OperationResult<OutboundRouteRow>> SaveAsync(
        TenantId tenant, long? id, RouteDraft draft, WriteScope scope, CancellationToken cancellationToken)
    {
        var all = await routes.ListAsync(tenant, cancellationToken);
        if (id is not null && all.All(route => route.Id != id))
        {
            return NotThere;
        }
        if (Problem(draft) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        if (all.Any(route => route.Id != id && route.Name == draft.Name.Trim()))
        {
            return new OperationResult.Refused($"There is a route '{draft.Name.Trim()}' already. Choose another name.");
        }
        if (draft.Pool is { } pool && (await pools.ListAsync(tenant, cancellationToken)).All(row => row.Name != pool))
        {
            return new OperationResult.Refused($"There is no sender pool '{pool}' in this tenant. Add it first, or leave the pool empty.");
        }
        var row = new OutboundRouteRow
        {
            TenantId = tenant,
            Id = id ?? RowIds.Next(scope.Now),
            Name = draft.Name.Trim(),
            Kind = draft.Kind,
            Pool = draft.Pool,
            Addresses = draft.Addresses,
            Text = draft.Text,
        };
        await findings.ForgetAsync(tenant, row.Id, scope.Transaction, cancellationToken);
        await writer.SaveAsync(tenant, row, scope.Transaction, cancellationToken);
        await scope.AuditAsync(
            id is null ? "route.add" : "route.change", $"route {row.Name}",
            $"{row.Kind}, pool {row.Pool ?? "any"}, {RouteTable.Read(row.Kind, row.Text, row.Addresses, row.Pool).Routes.Count} routes", cancellationToken);
        return row;
    }

    private static string? Problem(RouteDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Name) || draft.Name.Length > 100)
        {
            return "The name is missing or longer than 100 characters.";
        }
        if (draft.Text.Length > MaximumText)
        {
            return $"The table has more than {MaximumText:N0} characters. Split it.";
        }
        var table = RouteTable.Read(draft.Kind, draft.Text, draft.Addresses, draft.Pool);
        return table switch
        {
            { Problems.Count: > 0 } => string.Join('\n', table.Problems.Select(Line)),
            { Routes.Count: 0 } => "There is no route in the text. A comment begins with #; a route names a pattern and a next hop.",
            _ => null,
        };
    }

    private static string Line(RouteProblem problem) =>
        problem.LineNumber > 0 ? $"Line {problem.LineNumber}: {problem.Message} ({problem.Line})" : $"{problem.Message} ({problem.Line})";

    private static string Text(IReadOnlyList<IPNetwork> networks) => networks.Count == 0 ? "none" : string.Join(", ", networks);
}
