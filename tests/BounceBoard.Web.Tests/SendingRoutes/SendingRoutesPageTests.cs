using BounceBoard.Core.SendingRoutes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.Web.SendingRoutes;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.SendingRoutes;

public sealed class SendingRoutesPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_WithoutAnything_SaysTheNextStep()
    {
        var page = _house.Page<SendingRoutesPage>(await TenantAsync());

        Assert.Equal("No retry routes", page.Find(".empty h2").TextContent);
        Assert.DoesNotContain(nameof(SendingRouteKind.Direct), page.Find("#sending-kind").InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Relay_IsListedAndNeverShowsItsPassword()
    {
        var tenant = await TenantAsync();
        var page = _house.Page<SendingRoutesPage>(tenant);

        page.Find("#sending-name").Change("relay");
        page.Find("#sending-host").Change("relay.acme.test");
        page.Find("#sending-user").Change("retry");
        page.Find("#sending-password").Change("hunter2-secret");
        page.Find("#sending-domains").Change("acme.test");
        await page.Find("form:has(#sending-name)").SubmitAsync();

        var row = Assert.Single(await _house.Get<SendingRouteReader>().ListAsync(tenant.Tenant.Id, default));
        var text = page.Find("table.data tbody tr").TextContent;
        Assert.Contains("relay.acme.test:587, STARTTLS", text, StringComparison.Ordinal);
        Assert.Contains("never tested", text, StringComparison.Ordinal);
        _house.Get<Microsoft.AspNetCore.Components.NavigationManager>().NavigateTo($"/t/acme/settings/sending?route={row.Id}");
        var change = _house.Page<SendingRoutesPage>(tenant);
        Assert.DoesNotContain("hunter2", page.Markup + change.Markup, StringComparison.Ordinal);
        Assert.Equal("relay.acme.test", change.Find("#sending-host").GetAttribute("value"));
        Assert.Contains("One is kept", change.Find("#sending-password-hint").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_ForAForeignDomain_KeepsWhatWasTypedAndSaysWhy()
    {
        var page = _house.Page<SendingRoutesPage>(await TenantAsync());

        page.Find("#sending-name").Change("relay");
        page.Find("#sending-host").Change("relay.acme.test");
        page.Find("#sending-domains").Change("example.org");
        await page.Find("form:has(#sending-name)").SubmitAsync();

        Assert.Contains("no domain of this tenant", page.Find(".note.stop").TextContent, StringComparison.Ordinal);
        Assert.Equal("relay", page.Find("#sending-name").GetAttribute("value"));
    }

    [Fact]
    public async Task Add_Webhook_ShowsTheSecretOnce()
    {
        var tenant = await TenantAsync();
        var page = _house.Page<SendingRoutesPage>(tenant);

        page.Find("#sending-name").Change("platform");
        page.Find("#sending-kind").Change(nameof(SendingRouteKind.Webhook));
        page.Find("#sending-webhook").Change("https://hooks.example/secret-path");
        page.Find("#sending-domains").Change("acme.test");
        await page.Find("form:has(#sending-name)").SubmitAsync();

        Assert.Equal(43, page.Find(".secret [data-copy]").GetAttribute("data-copy")?.Length);
        Assert.DoesNotContain("secret-path", page.Find("table.data").TextContent, StringComparison.Ordinal);
        Assert.Empty(_house.Page<SendingRoutesPage>(tenant).FindAll(".secret"));
    }

    [Fact]
    public async Task Test_OfARelayThatIsNotThere_ShowsWhyAndKeepsIt()
    {
        var tenant = await TenantAsync();
        await AddAsync(tenant, new()
        {
            Name = "relay",
            Kind = SendingRouteKind.Submission,
            Host = "127.0.0.1",
            Port = 9,
            Tls = SendingTls.None,
            SenderDomains = "acme.test",
            TestMailbox = "ops@acme.test",
        });
        var page = _house.Page<SendingRoutesPage>(tenant);

        await page.FindAll("button").First(button => button.TextContent == "Send 1 test message").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("relay did not take the test.", page.Find(".note.stop").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(30));
        Assert.Contains("failed", page.Find("table.data tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_SwitchOffAndRemove_ChangeTheList()
    {
        var tenant = await TenantAsync();
        await AddAsync(tenant, new() { Name = "file", Kind = SendingRouteKind.Export, SenderDomains = "acme.test" });
        var page = _house.Page<SendingRoutesPage>(tenant);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Send 1", StringComparison.Ordinal));

        await Button(page, "Switch off").ClickAsync(new());
        Assert.Contains("switched off", page.Find("table.data tbody tr").TextContent, StringComparison.Ordinal);
        await Button(page, "Remove").ClickAsync(new());
        await Button(page, "Remove").ClickAsync(new());

        Assert.Equal("No retry routes", page.Find(".empty h2").TextContent);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<SendingRoutesPage> page, string text) =>
        page.FindAll("button").First(button => button.TextContent == text);

    private async Task<TenantContext> TenantAsync()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "acme.test", [], default);
        return tenant;
    }

    private async Task AddAsync(TenantContext tenant, SendingRouteDraft draft) =>
        Assert.Null((await _house.Get<SendingRouteAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, draft, default)).Problem);
}
