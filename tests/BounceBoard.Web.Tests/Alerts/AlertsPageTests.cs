using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Web.Alerts;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Alerts;

public sealed class AlertsPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_WithoutAnything_SaysTheNextStep()
    {
        var page = _house.Page<AlertsPage>(await _house.TenantAsync("acme", TenantRole.Admin));

        Assert.Equal(["No destinations", "No alerts yet"], page.FindAll(".empty h2").Select(title => title.TextContent));
    }

    [Fact]
    public async Task Add_Webhook_ShowsTheSecretOnceAndListsIt()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var page = _house.Page<AlertsPage>(tenant);

        page.Find("#alert-name").Change("on call");
        page.Find("#alert-target").Change("https://hooks.example/secret-path");
        page.Find("#alert-Recovered").Change(false);
        page.Find("#alert-drop").Change("12");
        await page.Find("form:has(#alert-name)").SubmitAsync();

        Assert.Equal(43, page.Find(".secret [data-copy]").GetAttribute("data-copy")?.Length);
        Assert.Contains("on call", page.Find("table.data tbody tr").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-path", page.Find("table.data").TextContent, StringComparison.Ordinal);
        var row = Assert.Single(await _house.Get<AlertDestinationReader>().ListAsync(tenant.Tenant.Id, default));
        Assert.DoesNotContain("Recovered", row.Kinds, StringComparison.Ordinal);
        Assert.Equal(12, row.LeastDrop);
        Assert.Empty(_house.Page<AlertsPage>(tenant).FindAll(".secret"));
    }

    [Fact]
    public async Task Add_MailWithoutAServer_SaysWhichKeys()
    {
        var page = _house.Page<AlertsPage>(await _house.TenantAsync("acme", TenantRole.Admin));

        page.Find("#alert-name").Change("ops");
        page.Find("#alert-kind").Change(nameof(AlertDestinationKind.Mail));
        page.Find("#alert-target").Change("ops@example.net");
        await page.Find("form:has(#alert-name)").SubmitAsync();

        Assert.Contains("Alerts:Smtp:Host", page.Find(".note.stop").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfANameThatIsInside_ShowsWhyNothingWasSent()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await AddAsync(tenant, "https://127.0.0.1/x");
        var page = _house.Page<AlertsPage>(tenant);

        await page.FindAll("button").First(button => button.TextContent == "Send a test").ClickAsync(new());

        Assert.Contains("public addresses only", page.Find(".note.stop").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recent_AnOpenedIncident_IsListedWithItsPage()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await _house.RefuseAsync(tenant);
        await _house.Get<AlertDesk>().SendDueAsync(default);

        var row = _house.Page<AlertsPage>(tenant).Find("table.data tbody tr");

        Assert.Contains("incident opened", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("/t/acme/incidents/1", row.QuerySelector("a")?.GetAttribute("href"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task AddAsync(TenantContext tenant, string target) => await _house.Get<AlertAdministration>().AddAsync(
        Actor.System, tenant.Tenant.Id, new AlertDraft("hook", AlertDestinationKind.Webhook, target, AlertFilter.All, null, null, "UTC"), default);
}
