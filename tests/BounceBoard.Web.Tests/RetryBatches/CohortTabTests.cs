using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.RetryBatches;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class CohortTabTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Tab_WithoutARoute_SaysTheOneNextStep()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var tab = Tab(tenant, await _house.IncidentAsync(tenant));
        Assert.Equal("No way to send a retry", tab.Find(".empty h2").TextContent);
        Assert.Equal("/t/acme/settings/sending", tab.Find(".empty a").GetAttribute("href"));
    }

    [Fact]
    public async Task Tab_Viewer_MayOnlyLook()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        var tab = Tab(tenant, await _house.IncidentAsync(tenant));
        Assert.Contains("Your role can look at retries", tab.Find(".note").TextContent, StringComparison.Ordinal);
        Assert.Empty(tab.FindAll("form"));
    }

    [Fact]
    public async Task Request_AsPreviewed_WaitsForApprovalAndIsSaidOnTheIncident()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var incident = await _house.IncidentAsync(tenant);
        Assert.Null((await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "acme.test", [], default)).Problem);
        await new StoredRetry(_house.Get<Database>(), tenant.Tenant.Id, incident, _house.Time.GetUtcNow()).AddRouteAsync();
        var tab = Tab(tenant, incident);
        await tab.WaitForAssertionAsync(() => Assert.NotEmpty(tab.FindAll(".plan")), TimeSpan.FromSeconds(20));
        Assert.Contains("1 person = 1 to try", tab.Find(".equation-line").TextContent, StringComparison.Ordinal);
        await tab.Find("#retry-comment").ChangeAsync("the MX is right again");
        Assert.Equal("Request approval of step 1: 1 mail", tab.Find(".plan form button").TextContent);
        await tab.Find(".plan form").SubmitAsync();
        Assert.EndsWith("/t/acme/retries/1", _house.Get<NavigationManager>().Uri, StringComparison.Ordinal);
        var line = _house.Render<IncidentRetryLine>(parameters => parameters.Add(shown => shown.Tenant, tenant).Add(shown => shown.IncidentId, incident.Id));
        Assert.Equal("/t/acme/retries/1", line.Find("a[data-review]").GetAttribute("href"));
        Assert.Equal("RB-1", Tab(tenant, incident).Find("table.retries a.row-link").TextContent);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<CohortTab> Tab(TenantContext tenant, IncidentRow incident) => _house.Render<CohortTab>(parameters => parameters
        .AddCascadingValue(tenant).AddCascadingValue(Actor.System).Add(tab => tab.Tenant, tenant).Add(tab => tab.Incident, incident));
}
