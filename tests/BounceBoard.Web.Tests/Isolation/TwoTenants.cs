using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Routes;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>The whole host with two tenants that were filled by the real operations, and people of every role in the first.</summary>
public sealed class TwoTenants : IAsyncLifetime
{
    private readonly string _folders = Directory.CreateTempSubdirectory("bounceboard-isolation-").FullName;
    private readonly Dictionary<string, HttpClient> _clients = [];

    public WebHost Host { get; } = new();

    public FilledTenant A { get; private set; } = null!;

    public FilledTenant B { get; private set; } = null!;

    /// <summary>A signed-in browser: <c>owner</c>, a role in tenant A, or <c>b-admin</c>.</summary>
    public HttpClient As(string who) => _clients[who];

    public async ValueTask InitializeAsync()
    {
        A = await FillAsync("tenant-a", "alphacanary", incidents: 1);
        B = await FillAsync("tenant-b", "bravocanary", incidents: 3);
        await Host.PersonAsync("owner", InstallationRole.Owner);
        _clients["owner"] = await Host.SignedInAsync("owner@msp.example");
        foreach (var role in Enum.GetValues<TenantRole>())
        {
            await JoinAsync(A, $"{role}".ToLowerInvariant(), role);
        }
        await JoinAsync(B, "b-admin", TenantRole.Admin);
    }

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        Directory.Delete(_folders, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task JoinAsync(FilledTenant tenant, string name, TenantRole role)
    {
        var installation = role == TenantRole.Technician ? InstallationRole.Technician : InstallationRole.None;
        var person = await Host.PersonAsync(name, installation);
        WebHost.Value(await Host.Get<UserAdministration>().AddAsync(Actor.System, tenant.Id, person.Name, name, role, default));
        _clients[name] = await Host.SignedInAsync(person.Name);
    }

    private async Task<FilledTenant> FillAsync(string slug, string canary, int incidents)
    {
        var id = await Host.TenantAsync(slug);
        var folder = Directory.CreateDirectory(Path.Combine(_folders, $"{canary}-drop")).FullName;
        WebHost.Value(await Host.Get<DomainAdministration>().AddAsync(Actor.System, id, $"{canary}.test", [], default));
        WebHost.Value(await Host.Get<SourceAdministration>().AddDropFolderAsync(Actor.System, id, $"{canary} source", folder, default));
        var log = Path.Combine(Directory.CreateDirectory(Path.Combine(_folders, $"{canary}-logs")).FullName, $"{canary}-mail.log");
        WebHost.Value(await Host.Get<LogFileAdministration>().AddAsync(Actor.System, id, $"{canary} log", log, true, false, default));
        var webhook = WebHost.Value(await Host.Get<WebhookAdministration>().AddAsync(Actor.System, id, $"{canary} webhook", WebhookProvider.Postmark, default));
        WebHost.Value(await Host.Get<PoolAdministration>().SaveAsync(Actor.System, id, null, $"{canary} pool", [IPAddress.Parse("192.0.2.1")], default));
        WebHost.Value(await Host.Get<RouteAdministration>().SaveAsync(
            Actor.System, id, null, new RouteDraft($"{canary} route", RouteKind.Smarthost, null, [], $"{canary}.relay.test:25"), default));
        WebHost.Value(await Host.Get<UserAdministration>().AddAsync(Actor.System, id, $"{canary}@msp.example", $"{canary} member", TenantRole.Viewer, default));
        var token = WebHost.Value(await Host.Get<ApiTokenAdministration>().CreateAsync(
            Actor.System, id, $"{canary} token", TokenScopes.All, null, default));
        var rule = WebHost.Value(await Host.Get<RuleAdministration>().SaveAsync(
            Actor.System, id, null, new RuleDraft($"{canary} says no", "", "", "", BounceCategory.Blocked, $"{canary} note"), default));
        await ReceiveAsync(id, canary, $"unknown-{canary}", $"550 5.7.1 <{canary}-person@unknown-{canary}.test>: {canary} lodger moved out", 100);
        WebHost.Value(await Host.Get<SuppressionAdministration>().AddAsync(
            Actor.System, id, $"{canary}-person@{canary}0.test", SuppressionReason.Manual, $"{canary} note", default));
        var evidence = await ReceiveAsync(id, canary, incidents);
        var refusal = (await Host.Get<RefusalReader>().ListByEvidenceAsync(id, evidence, 10, default))[0];
        var incident = await Host.Get<IncidentReader>().FindAsync(id, refusal.IncidentId, default) ?? throw new InvalidOperationException("No incident.");
        return new(id, slug, canary, $"{canary}.test", evidence, incident.Number, refusal.Id, token.Plain, webhook.SourceId, rule.Id,
            await RetryAsync(id, canary, incident, incidents), await FilledHealth.AddAsync(Host, id, canary));
    }

    // As many batches as incidents, so that the last number of one tenant is none of the other.
    private async Task<long> RetryAsync(TenantId id, string canary, IncidentRow incident, int batches)
    {
        var retry = new StoredRetry(Host.Get<Database>(), id, incident, TimeProvider.System.GetUtcNow())
        {
            Recipient = $"{canary}-person@{canary}0.test",
            Comment = $"{canary} end of {canary}-person@{canary}0.test",
        };
        for (var batch = 0; batch < batches; batch++)
        {
            await retry.AddAsync(RetryBatchState.Halted, 1, [1], AttemptState.InDoubt);
        }
        return batches;
    }

    private async Task<long> ReceiveAsync(TenantId id, string canary, int incidents)
    {
        var evidence = 0L;
        for (var index = 0; index < incidents; index++)
        {
            var person = $"{canary}-person@{canary}{index}.test";
            evidence = await ReceiveAsync(id, canary, $"{canary}{index}", $"550 5.7.1 <{person}>: {canary} reply: Relaying denied for {person}", index);
        }
        return evidence;
    }

    private async Task<long> ReceiveAsync(TenantId id, string canary, string label, string reply, int index)
    {
        var source = await Host.Get<SourceReader>().FindByNameAsync(id, DefaultSources.Upload, default) ?? throw new InvalidOperationException("No source.");
        var dsn = new SampleDsn
        {
            Recipient = $"{canary}-person@{label}.test",
            MessageId = $"{canary}-message{index}@sender.test",
            RemoteMta = $"mx.{label}.test",
            RemoteIp = $"198.51.100.{index + 7}",
            Reply = reply,
            At = TimeProvider.System.GetUtcNow().AddHours(-1),
        };
        await using var bytes = new MemoryStream(dsn.ToBytes());
        var result = await Host.Get<EvidenceIntake>().ReceiveAsync(id, source.Id, $"bounce of {dsn.Recipient}.eml", bytes, true, Actor.System, null, default);
        return result.Items[0].EvidenceId;
    }
}
