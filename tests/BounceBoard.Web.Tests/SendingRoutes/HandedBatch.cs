using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using BounceBoard.Core;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Retries;
using BounceBoard.Web.Tests.Hosting;

namespace BounceBoard.Web.Tests.SendingRoutes;

/// <summary>A tenant of its own whose three recipients were downloaded for a platform, and the token with which that tells what became of them.</summary>
internal sealed class HandedBatch
{
    private static int _made;

    private readonly WebHost _host;

    private HandedBatch(WebHost host, TenantId tenant, string slug, string token) => (_host, Tenant, Slug, Token) = (host, tenant, slug, token);

    public TenantId Tenant { get; }

    public string Slug { get; }

    /// <summary>Opens the API of this tenant for outcomes.</summary>
    public string Token { get; }

    public long Id { get; private set; }

    /// <summary>What names each recipient to the platform, in their order; empty before the download.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    /// <summary>Approved and begun, nobody handed over.</summary>
    public static async Task<HandedBatch> BeginAsync(WebHost host, PlannedBatch? plan = null)
    {
        var slug = string.Create(CultureInfo.InvariantCulture, $"platform-{Interlocked.Increment(ref _made)}");
        var tenant = await host.TenantAsync(slug);
        var token = WebHost.Value(await host.Get<ApiTokenAdministration>().CreateAsync(Actor.System, tenant, "platform", [TokenScopes.RetryOutcome], null, default));
        var made = new HandedBatch(host, tenant, slug, token.Plain);
        plan ??= new PlannedBatch { Stages = [3], MayLose = 3 };
        made.Id = await (plan with { Kind = SendingRouteKind.Export }).StoreAsync(host.Services, tenant, host.Get<TimeProvider>().GetUtcNow());
        await host.Get<RetryDesk>().SendDueAsync(default);
        return made;
    }

    /// <summary>All three are handed over.</summary>
    public static async Task<HandedBatch> MakeAsync(WebHost host)
    {
        var made = await BeginAsync(host);
        var file = WebHost.Value(await host.Get<RetryExport>().DownloadAsync(Actor.System, made.Tenant, 1, default));
        made.Tokens = [.. file.Lines.Skip(1).Select(line => SafeCsv.Read(line)[0])];
        return made;
    }

    public Task<HttpResponseMessage> PostAsync(object told, string? token = null) => SendAsync(JsonContent.Create(told), token ?? Token);

    public Task<HttpResponseMessage> PostTextAsync(string body) => SendAsync(new StringContent(body, Encoding.UTF8, "application/json"), Token);

    public Task<IReadOnlyList<RetryAttemptRow>> AttemptsAsync() => _host.Get<RetryAttemptReader>().ListAsync(Tenant, Id, (0, 0), 100, default);

    /// <summary>Refusals that answer an attempt, by person.</summary>
    public async Task<IReadOnlyList<RefusalRow>> RetriedAsync()
    {
        var rows = new List<RefusalRow>();
        foreach (var incident in await _host.Get<IncidentReader>().ListAsync(Tenant, IncidentFilter.All, default))
        {
            rows.AddRange(await _host.Get<RefusalReader>().ListByIncidentAsync(Tenant, incident.Id, 100, null, default));
        }
        return [.. rows.Where(row => row.AttemptId is not null).OrderBy(row => row.RecipientKey)];
    }

    /// <summary>Accepted and refused mails of the tenant by hour, as they are counted, and pieces of evidence.</summary>
    public async Task<string> CountedAsync()
    {
        await using var connection = await _host.Get<Database>().OpenAsync(default);
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
            SELECT (SELECT SUM(messages) FROM delivery_hour WHERE tenant_id = {Tenant.Value}) || ' ' || (SELECT COUNT(*) FROM evidence WHERE tenant_id = {Tenant.Value})
            """);
        return $"{await command.ExecuteScalarAsync()}";
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/t/{Slug}/retries/outcomes") { Content = content };
        request.Headers.Authorization = token.Length == 0 ? null : new AuthenticationHeaderValue("Bearer", token);
        return await _host.Stranger().SendAsync(request);
    }
}
