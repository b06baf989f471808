using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Web.Incidents;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_FormerServerRefused_ComparesItWithTheMxOfEveryResolver()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var page = Page(tenant);
        var resolver = Assert.Single(page.FindAll("table.resolvers tbody tr"));
        Assert.Equal("first", resolver.QuerySelector("th")?.TextContent);
        Assert.Contains("10 mx.example.net", resolver.TextContent, StringComparison.Ordinal);
        Assert.Contains("203.0.113.7", resolver.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".why li .rule"));
    }

    [Fact]
    public async Task Page_AsOfAnEarlierTime_ComparesWithTheAnswersOfThen()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var then = IncidentUrl.Moment(_house.Time.GetUtcNow());
        _house.Time.Advance(TimeSpan.FromHours(1));
        _house.Dns.Replace("example.net. 300 IN MX 10 old-mx.example.net.", "old-mx.example.net. 300 IN A 203.0.113.8");
        await _house.Get<MxRefresh>().RefreshAsync(DomainName.Parse("example.net"), default);
        Assert.Contains("10 old-mx.example.net", Page(tenant).Find("table.resolvers tbody").TextContent, StringComparison.Ordinal);

        _house.Get<NavigationManager>().NavigateTo($"/t/acme/incidents/1?asOf={then}");
        var page = Page(tenant);

        Assert.Contains("10 mx.example.net", page.Find("table.resolvers tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("As of 2026-05-16 09:00:00 UTC", page.Markup, StringComparison.Ordinal);
        Assert.Equal(then, page.Find("section[aria-labelledby=endpoint-title] select").GetAttribute("value"));
    }

    [Fact]
    public async Task Page_RefusalThatAnotherServerPassedOn_SaysWhoMustAct()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, "550 5.7.1 host inner.example.net[203.0.113.9] said: 550 5.7.1 <Jane.Doe@example.net>: Relay access denied");
        var trail = Page(tenant).FindAll("[data-hops]");
        Assert.Equal(2, trail.Count);
        Assert.All(trail, said => Assert.Contains("inner.example.net (203.0.113.9) must act", said.TextContent.Replace('\n', ' '), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_NumberOfNoIncident_IsNotFound()
    {
        var tenant = await _house.TenantAsync("acme");
        var (navigation, isNotFound) = (_house.Get<NavigationManager>(), false);
        navigation.OnNotFound += (_, _) => isNotFound = true;
        Page(tenant);
        Assert.True(isNotFound);
    }

    [Fact]
    public async Task Page_IncidentOfAnotherTenant_IsNotFound()
    {
        await _house.RefuseAsync(await _house.TenantAsync("acme"));
        var other = await _house.TenantAsync("other");
        var (navigation, isNotFound) = (_house.Get<NavigationManager>(), false);
        navigation.OnNotFound += (_, _) => isNotFound = true;
        Page(other);
        Assert.True(isNotFound);
    }

    [Fact]
    public async Task Page_ReplyWithMarkup_IsShownAsText()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, "550 5.7.1 <img src=x onerror=alert(1)> \u202Edenied <script>alert(2)</script> relay access denied");
        var page = Page(tenant);
        Assert.Empty(page.FindAll("img, script"));
        var said = page.Find("table.refusals .said").TextContent;
        Assert.Contains("<script>alert(2)</script>", said, StringComparison.Ordinal);
        Assert.Contains("[U+202E]", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TenantRole.Viewer, "J***@example.net")]
    [InlineData(TenantRole.Operator, "Jane.Doe@example.net")]
    public async Task Page_Recipient_IsMaskedForThoseWhoMayNotSeeIt(TenantRole role, string shown)
    {
        var tenant = await _house.TenantAsync("acme", role);
        await _house.RefuseAsync(tenant);
        var page = Page(tenant);
        Assert.Contains(shown, page.Find("table.refusals tbody td").TextContent, StringComparison.Ordinal);
        Assert.Equal(role == TenantRole.Operator, page.Markup.Contains("Jane.Doe", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Page_RawEvidenceAsViewer_SaysWhyItIsNotShown()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents/1?tab=evidence");
        var page = Page(tenant);
        Assert.Empty(page.FindAll("pre.raw"));
        Assert.DoesNotContain("Jane.Doe", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "table.refusals")]
    [InlineData("?tab=in-common", ".in-common .facet")]
    [InlineData("?tab=mx-timeline", ".timeline .span")]
    [InlineData("?tab=history", "table .verdict")]
    [InlineData("?tab=evidence", "pre.raw")]
    [InlineData("?tab=notes", "#note")]
    [InlineData("?tab=packet", "#packet")]
    public async Task Page_TabOfTheAddress_IsOpen(string query, string selector)
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents/1" + query);
        Assert.NotEmpty(Page(tenant).FindAll(selector));
    }

    [Fact]
    public async Task CheckNow_AnswerMoved_ShowsTheNewMx()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var page = Page(tenant);
        _house.Dns.Replace("example.net. 300 IN MX 10 old-mx.example.net.", "old-mx.example.net. 300 IN A 198.51.100.7");
        _house.Time.Advance(TimeSpan.FromMinutes(10));
        await page.FindAll("button").Single(button => button.TextContent == "Check example.net again now").ClickAsync();
        await page.WaitForAssertionAsync(
            () => Assert.Contains("old-mx.example.net", page.Find("table.resolvers tbody").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        await page.WaitForAssertionAsync(() => Assert.Matches("Looked at 09:10 UTC: (verdict moved from|still) ", page.Markup), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task CheckNow_NothingMoved_SaysSinceWhenTheVerdictStands()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var page = Page(tenant);
        _house.Time.Advance(TimeSpan.FromMinutes(10));
        await page.FindAll("button").Single(button => button.TextContent == "Check example.net again now").ClickAsync();
        await page.WaitForAssertionAsync(
            () => Assert.Contains("Looked at 09:10 UTC: nothing changed since 09:00; every DNS answer is as before.", page.Markup, StringComparison.Ordinal),
            TimeSpan.FromSeconds(10));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<IncidentPage> Page(Operations.Tenants.TenantContext tenant) =>
        _house.Page<IncidentPage>(tenant, parameters => parameters.Add(page => page.Number, 1));
}
