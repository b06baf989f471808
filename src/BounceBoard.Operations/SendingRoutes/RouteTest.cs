using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>
/// Sends the fixed test message over a route to the tenant's own mailbox, or a test post to its platform, and keeps what was answered. Each try stands in the
/// audit log before anything leaves, which is also what counts them.
/// </summary>
public sealed class RouteTest
{
    /// <summary>Tests of one route in an hour.</summary>
    public const int MostPerHour = 5;

    private const string Tried = "sending-route.test";
    private const string Ended = "sending-route.tested";

    private readonly RouteTables _tables;
    private readonly RouteTrial _trial;
    private readonly AuditedWrite _writes;

    internal RouteTest(RouteTables tables, RouteTrial trial, AuditedWrite writes) => (_tables, _trial, _writes) = (tables, trial, writes);

    public async Task<OperationResult<RouteTestResult>> RunAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken)
    {
        var begun = await _writes.InTenantAsync(
            actor, tenant, TenantAction.ManageRoutes, scope => BeginAsync(scope, tenant, id, cancellationToken), cancellationToken);
        if (!begun.TryGet(out var route))
        {
            return new OperationResult.Refused(begun.Problem ?? "");
        }
        var result = await _trial.RunAsync(tenant, route, cancellationToken);
        return await _writes.InTenantAsync<RouteTestResult>(
            actor,
            tenant,
            TenantAction.ManageRoutes,
            async scope =>
            {
                await _tables.Writer.TestedAsync(tenant, id, route.Revision, result.Passed, result.Answer, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    Ended, Object(route), RecipientMask.Inside($"{(result.Passed ? "passed" : "failed")}: {result.Answer} {result.Connected}"), cancellationToken);
                return result;
            },
            cancellationToken);
    }

    private async Task<OperationResult<SendingRouteRow>> BeginAsync(WriteScope scope, TenantId tenant, long id, CancellationToken cancellationToken)
    {
        if (await _tables.Routes.FindAsync(tenant, id, cancellationToken) is not { } route)
        {
            return new OperationResult.Refused("There is no such route in this tenant. Load the list again.");
        }
        if (Problem(route) is { } problem)
        {
            return new OperationResult.Refused(problem);
        }
        var filter = new AuditFilter { Action = Tried, Text = Mark(id), From = scope.Now.AddHours(-1) };
        if ((await _tables.Audit.ListAsync(tenant, filter, MostPerHour, null, cancellationToken)).Count >= MostPerHour)
        {
            return new OperationResult.Refused($"{route.Name} was tested {MostPerHour} times within an hour. Wait a while: too many test mails are taken for spam.");
        }
        await scope.AuditAsync(Tried, Object(route), $"{Mark(id)} revision {route.Revision}, {RouteWords.Where(route)}", cancellationToken);
        return route;
    }

    private static string? Problem(SendingRouteRow route) => route.Kind switch
    {
        SendingRouteKind.Export => "An export has nothing to test: a person fetches the file.",
        SendingRouteKind.Webhook => null,
        SendingRouteKind.Submission or SendingRouteKind.Direct => route.TestMailbox.Length > 0
            ? null
            : $"{route.Name} has no test mailbox. Enter an own address that the test goes to.",
    };

    // The name may change between two tests; the number does not.
    private static string Mark(long id) => $"route number {id},";

    private static string Object(SendingRouteRow route) => $"sending route {route.Name}";
}
