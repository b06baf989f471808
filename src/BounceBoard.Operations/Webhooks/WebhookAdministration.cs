using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Makes the addresses that mail services post to, and changes their secrets. Secrets are kept encrypted and never shown again.</summary>
public sealed class WebhookAdministration
{
    // Long enough for a quiet weekend night, short enough to notice a webhook that somebody switched off.
    private const int UsualSilentHours = 24;

    private static readonly OperationResult.Refused NotThere = new("There is no such webhook in this tenant. Load the list again.");

    private readonly SourceReader _sources;
    private readonly SourceWriter _sourceWriter;
    private readonly WebhookReader _reader;
    private readonly WebhookWriter _writer;
    private readonly WebhookSeal _seal;
    private readonly AuditedWrite _writes;

    internal WebhookAdministration(
        SourceReader sources, SourceWriter sourceWriter, WebhookReader reader, WebhookWriter writer, WebhookSeal seal, AuditedWrite writes) =>
        (_sources, _sourceWriter, _reader, _writer, _seal, _writes) = (sources, sourceWriter, reader, writer, seal, writes);

    public Task<OperationResult<NewWebhook>> AddAsync(
        Actor actor, TenantId tenant, string name, WebhookProvider provider, CancellationToken cancellationToken) =>
        _writes.InTenantAsync<NewWebhook>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await SourceNames.ProblemAsync(_sources, tenant, name.Trim(), cancellationToken) is { } problem)
                {
                    return new OperationResult.Refused(problem);
                }
                var source = new SourceRow
                {
                    TenantId = tenant,
                    Id = RowIds.Next(scope.Now),
                    Name = name.Trim(),
                    Kind = SourceKind.Webhook,
                    Folder = null,
                    CreatedAt = scope.Now,
                    SilentAfterHours = UsualSilentHours,
                };
                var (token, password) = (SecretToken.New(), WebhookSecrets.IsOurs(provider) ? SecretToken.New() : null);
                await _sourceWriter.AddAsync(tenant, source, scope.Transaction, cancellationToken);
                await _writer.AddAsync(tenant, Row(source, provider, token, password), scope.Transaction, cancellationToken);
                await scope.AuditAsync("source.add", $"source {source.Name}", $"webhook of {provider}", cancellationToken);
                return new NewWebhook(source.Id, password);
            },
            cancellationToken);

    /// <summary>Last part of the address; null when the tenant has no such webhook, or the installation's keys are gone.</summary>
    public string? Token(WebhookRow webhook) => _seal.Open(webhook.TenantId, webhook.SourceId, webhook.TokenSealed);

    /// <summary>A new address; the old one is unknown from now on.</summary>
    public Task<OperationResult<Unit>> RenewAddressAsync(Actor actor, TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        ChangeAsync<Unit>(actor, tenant, sourceId, "webhook.address", async (scope, _) =>
        {
            var token = SecretToken.New();
            await _writer.SetTokenAsync(
                tenant, sourceId, SecretToken.Hash(token), _seal.Close(tenant, sourceId, token), scope.Transaction, cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>A new password; the old one proves nothing from now on.</summary>
    public Task<OperationResult<NewWebhook>> RenewPasswordAsync(Actor actor, TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        ChangeAsync<NewWebhook>(actor, tenant, sourceId, "webhook.password", async (scope, webhook) =>
        {
            if (!WebhookSecrets.IsOurs(webhook.Provider))
            {
                return new OperationResult.Refused("This service signs with a key of its own; there is no password to make.");
            }
            var password = SecretToken.New();
            await _writer.SetSecretAsync(tenant, sourceId, _seal.Close(tenant, sourceId, password), scope.Transaction, cancellationToken);
            return new NewWebhook(sourceId, password);
        }, cancellationToken);

    /// <summary>Sets the key that the service shows.</summary>
    public Task<OperationResult<Unit>> SetKeyAsync(Actor actor, TenantId tenant, long sourceId, string key, CancellationToken cancellationToken) =>
        ChangeAsync<Unit>(actor, tenant, sourceId, "webhook.key", async (scope, webhook) =>
        {
            var problem = WebhookSecrets.IsTheirs(webhook.Provider)
                ? WebhookSecrets.Problem(webhook.Provider, key.Trim())
                : "This service has no key that could be set here.";
            if (problem is not null)
            {
                return new OperationResult.Refused(problem);
            }
            await _writer.SetSecretAsync(tenant, sourceId, _seal.Close(tenant, sourceId, key.Trim()), scope.Transaction, cancellationToken);
            return new Unit();
        }, cancellationToken);

    /// <summary>Nothing is taken at the address any more. A source that brought evidence stays in the list; another one goes.</summary>
    public Task<OperationResult<Unit>> RemoveAsync(Actor actor, TenantId tenant, long sourceId, CancellationToken cancellationToken) =>
        ChangeAsync<Unit>(actor, tenant, sourceId, "source.remove", async (scope, _) =>
        {
            await _writer.RemoveAsync(tenant, sourceId, scope.Transaction, cancellationToken);
            await _sourceWriter.RemoveUnusedAsync(tenant, sourceId, scope.Transaction, cancellationToken);
            return new Unit();
        }, cancellationToken);

    private Task<OperationResult<T>> ChangeAsync<T>(
        Actor actor, TenantId tenant, long sourceId, string action, Func<WriteScope, WebhookRow, Task<OperationResult<T>>> change,
        CancellationToken cancellationToken) =>
        _writes.InTenantAsync<T>(
            actor,
            tenant,
            TenantAction.ConfigureSources,
            async scope =>
            {
                if (await _reader.FindAsync(tenant, sourceId, cancellationToken) is not { } webhook ||
                    await _sources.FindAsync(tenant, sourceId, cancellationToken) is not { } source)
                {
                    return NotThere;
                }
                var result = await change(scope, webhook);
                if (result is OperationResult<T>.Done)
                {
                    await scope.AuditAsync(action, $"source {source.Name}", $"webhook of {webhook.Provider}", cancellationToken);
                }
                return result;
            },
            cancellationToken);

    private WebhookRow Row(SourceRow source, WebhookProvider provider, string token, string? password) => new()
    {
        TenantId = source.TenantId,
        SourceId = source.Id,
        Provider = provider,
        TokenHash = SecretToken.Hash(token),
        TokenSealed = _seal.Close(source.TenantId, source.Id, token),
        SecretSealed = password is null ? null : _seal.Close(source.TenantId, source.Id, password),
        Topic = null,
        CreatedAt = source.CreatedAt,
    };
}
