using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Alerts;

/// <summary>Where a tenant's alerts go: adds, changes, enables and removes destinations. A secret is shown once and kept encrypted.</summary>
public sealed class AlertAdministration
{
    private static readonly OperationResult.Refused NotThere = new("There is no such destination in this tenant. Load the list again.");

    private readonly AlertDestinationReader _reader;
    private readonly AlertDestinationWriter _writer;
    private readonly AlertDeliveryWriter _deliveries;
    private readonly AlertSeal _seal;
    private readonly IOptions<AlertOptions> _options;
    private readonly AuditedWrite _writes;

    internal AlertAdministration(
        AlertDestinationReader reader, AlertDestinationWriter writer, AlertDeliveryWriter deliveries, AlertSeal seal, IOptions<AlertOptions> options,
        AuditedWrite writes) =>
        (_reader, _writer, _deliveries, _seal, _options, _writes) = (reader, writer, deliveries, seal, options, writes);

    /// <summary>Whether the installation can send mail.</summary>
    public bool HasMail => _options.Value.Smtp.IsSet;

    public Task<OperationResult<NewAlertDestination>> AddAsync(Actor actor, TenantId tenant, AlertDraft draft, CancellationToken cancellationToken) =>
        _writes.InTenantAsync<NewAlertDestination>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope =>
            {
                if (AlertDraftCheck.Problem(draft, null, await _reader.ListAsync(tenant, cancellationToken), HasMail) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var (id, secret) = (RowIds.Next(scope.Now), draft.Kind == AlertDestinationKind.Webhook ? SecretToken.New() : null);
                var row = Row(tenant, id, draft, secret is null ? null : _seal.Close(tenant, id, secret), scope.Now);
                await _writer.AddAsync(tenant, row, scope.Transaction, cancellationToken);
                await scope.AuditAsync("alert.add", $"alert destination {row.Name}", Detail(row), cancellationToken);
                return new NewAlertDestination(id, secret);
            },
            cancellationToken);

    /// <summary>Changes everything but the kind and the secret.</summary>
    public Task<OperationResult<Unit>> ChangeAsync(Actor actor, TenantId tenant, long id, AlertDraft draft, CancellationToken cancellationToken) =>
        InDestinationAsync<Unit>(actor, tenant, id, async (scope, row) =>
        {
            var known = await _reader.ListAsync(tenant, cancellationToken);
            if (AlertDraftCheck.Problem(draft with { Kind = row.Kind }, id, known, HasMail) is { } problem)
            {
                return new OperationResult.Refused(problem);
            }
            var changed = Row(tenant, id, draft with { Kind = row.Kind }, row.SecretSealed, row.CreatedAt);
            await _writer.ChangeAsync(tenant, changed, scope.Transaction, cancellationToken);
            await scope.AuditAsync("alert.change", $"alert destination {row.Name}", $"{Detail(row)} -> {Detail(changed)}", cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>A new secret; the old one signs nothing from now on.</summary>
    public Task<OperationResult<NewAlertDestination>> RenewSecretAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InDestinationAsync<NewAlertDestination>(actor, tenant, id, async (scope, row) =>
        {
            if (row.Kind != AlertDestinationKind.Webhook)
            {
                return new OperationResult.Refused("Mail is not signed with a secret.");
            }
            var secret = SecretToken.New();
            await _writer.SetSecretAsync(tenant, id, _seal.Close(tenant, id, secret), scope.Transaction, cancellationToken);
            await scope.AuditAsync("alert.secret", $"alert destination {row.Name}", "", cancellationToken);
            return new NewAlertDestination(id, secret);
        }, cancellationToken);

    /// <summary>Enables a destination that was disabled; what was kept for it is sent as one summary.</summary>
    public Task<OperationResult<Unit>> EnableAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InDestinationAsync<Unit>(actor, tenant, id, async (scope, row) =>
        {
            if (AlertDestinationStateMachine.Next(row.State, AlertDestinationEvent.Enable) is not { } next ||
                !await _writer.TryMoveAsync(tenant, id, row.State, next, scope.Now, scope.Transaction, cancellationToken))
            {
                return new OperationResult.Refused("This destination is not disabled. Load the list again.");
            }
            var kept = await _deliveries.MoveAllAsync(
                tenant, id, AlertDeliveryState.Held, AlertDeliveryState.Waiting, scope.Now, scope.Transaction, cancellationToken);
            await scope.AuditAsync("alert.enable", $"alert destination {row.Name}", $"alerts kept meanwhile: {kept}", cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>Removes it with what was on its way to it.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long id, CancellationToken cancellationToken) =>
        InDestinationAsync<Unit>(actor, tenant, id, async (scope, row) =>
        {
            await _writer.RemoveAsync(tenant, id, scope.Transaction, cancellationToken);
            await scope.AuditAsync("alert.remove", $"alert destination {row.Name}", Detail(row), cancellationToken);
            return new Unit();
        }, cancellationToken);

    private Task<OperationResult<T>> InDestinationAsync<T>(
        Actor actor, TenantId tenant, long id, Func<WriteScope, AlertDestinationRow, Task<OperationResult<T>>> change, CancellationToken cancellationToken) =>
        _writes.InTenantAsync<T>(
            actor,
            tenant,
            TenantAction.ManageSettings,
            async scope => await _reader.FindAsync(tenant, id, cancellationToken) is { } row ? await change(scope, row) : NotThere,
            cancellationToken);

    private static AlertDestinationRow Row(TenantId tenant, long id, AlertDraft draft, string? secretSealed, DateTimeOffset createdAt) => new()
    {
        TenantId = tenant,
        Id = id,
        Name = draft.Name.Trim(),
        Kind = draft.Kind,
        Target = draft.Kind == AlertDestinationKind.Mail ? string.Join('\n', AlertDraftCheck.Addresses(draft.Target)) : draft.Target.Trim(),
        SecretSealed = secretSealed,
        Kinds = string.Join(',', draft.Filter.Kinds.Order()),
        LeastConfidence = draft.Filter.LeastConfidence,
        LeastPeople = draft.Filter.LeastPeople,
        LeastDrop = draft.Filter.LeastDrop,
        QuietFrom = Minutes(draft.QuietFrom),
        QuietUntil = Minutes(draft.QuietUntil),
        QuietZone = draft.QuietFrom is null ? null : draft.QuietZone,
        State = AlertDestinationState.Active,
        CreatedAt = createdAt,
    };

    private static int? Minutes(TimeOnly? time) => time is { } set ? (set.Hour * 60) + set.Minute : null;

    // A webhook's path may be a secret of its own (Slack's is): the host is enough to know it by.
    private static string Detail(AlertDestinationRow row)
    {
        var target = row.Kind == AlertDestinationKind.Webhook ? new Uri(row.Target).Host : RecipientMask.Inside(row.Target.Replace('\n', ' '));
        return $"{row.Kind} {target}; {row.Kinds}; confidence {row.LeastConfidence}, people {row.LeastPeople}, fall {row.LeastDrop}";
    }
}
