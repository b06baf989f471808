using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Alerts;

/// <summary>Sends a message that says it is a test, and shows what the destination answers. It moves no state: a test that fails disables nothing.</summary>
public sealed class AlertTest
{
    private readonly AlertDestinationReader _destinations;
    private readonly AlertDestinationWriter _writer;
    private readonly TenantReader _tenants;
    private readonly AlertChannels _channels;
    private readonly TenantAccess _access;
    private readonly AuditedWrite _writes;
    private readonly TimeProvider _time;

    internal AlertTest(
        AlertDestinationReader destinations, AlertDestinationWriter writer, TenantReader tenants, AlertChannels channels, TenantAccess access,
        AuditedWrite writes, TimeProvider time) =>
        (_destinations, _writer, _tenants, _channels, _access, _writes, _time) = (destinations, writer, tenants, channels, access, writes, time);

    public async Task<OperationResult<AlertAnswer>> SendAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken)
    {
        // Asked before anything leaves; the line in the log asks again.
        if (await _access.RequireAsync(actor, tenant, TenantAction.ManageSettings, cancellationToken) is AccessDecision.Denied denied)
        {
            return new OperationResult.Refused(denied.Message);
        }
        if (await _destinations.FindAsync(tenant, id, cancellationToken) is not { } destination
            || await _tenants.FindAsync(tenant, cancellationToken) is not { } row)
        {
            return new OperationResult.Refused("There is no such destination in this tenant. Load the list again.");
        }
        var answer = await _channels.SendAsync(destination, Message(row, destination.Id), cancellationToken);
        return await _writes.InTenantAsync<AlertAnswer>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                await _writer.NoteAsync(tenant, id, answer.Kind == AlertAnswerKind.Took, answer.Text, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "alert.test", $"alert destination {destination.Name}", RecipientMask.Inside($"{answer.Kind}: {answer.Text}"), cancellationToken);
                return answer;
            },
            cancellationToken);
    }

    private AlertMessage Message(TenantRow tenant, long destination)
    {
        var now = _time.GetUtcNow();
        var content = new AlertContent
        {
            Title = "This is a test of alerts. Nothing happened.",
            Reasons = ["Somebody pressed “Send a test” on the page of alerts."],
            Path = $"/t/{tenant.Slug}/settings/alerts",
        };
        var alert = new AlertRow
        {
            Id = RowIds.Next(now),
            Kind = AlertKind.SourceSilent,
            SubjectId = destination,
            Episode = "",
            RaisedAt = now,
            Content = AlertContentJson.Write(content),
        };
        return AlertMessage.Of(tenant, destination, [alert.Id], [alert], now) with { IsTest = true };
    }
}
