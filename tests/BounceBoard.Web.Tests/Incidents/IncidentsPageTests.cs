using BounceBoard.Core.Tenants;
using BounceBoard.Web.Incidents;
using Bunit;
using Dapper;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentsPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NoEvidence_SaysTheNextStep()
    {
        var page = _house.Page<IncidentsPage>(await _house.TenantAsync("acme"));
        Assert.Equal("No incidents yet", page.Find(".empty h2").TextContent);
        Assert.Equal("/t/acme/evidence", page.Find(".empty a").GetAttribute("href"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Page_FilterFindsNothing_OffersEveryIncident()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents?q=verdict%3Aretry");
        var page = _house.Page<IncidentsPage>(tenant);
        Assert.Equal("No incident matches", page.Find(".empty h2").TextContent);
        Assert.NotEmpty(page.FindAll(".rail-facets a"));
    }

    [Fact]
    public async Task Page_OneIncident_ShowsItWithItsCountsAndFacets()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var page = _house.Page<IncidentsPage>(tenant);
        var row = page.Find("table.incidents tbody tr");
        Assert.Equal("/t/acme/incidents/1", row.QuerySelector("a.row-link")?.GetAttribute("href"));
        Assert.Equal(["1", "1"], row.QuerySelectorAll("td.num:not(.number)").Select(cell => cell.TextContent));
        Assert.Contains(page.FindAll(".rail-facets a"), link => link.TextContent.Contains("example.net", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_OtherTenantsIncident_IsNotThere()
    {
        await _house.RefuseAsync(await _house.TenantAsync("acme"));
        var page = _house.Page<IncidentsPage>(await _house.TenantAsync("other"));
        Assert.DoesNotContain("example.net", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_RefusalComesIn_ShowsItWithoutAReload()
    {
        var tenant = await _house.TenantAsync("acme");
        var page = _house.Page<IncidentsPage>(tenant);
        await _house.RefuseAsync(tenant);
        await page.WaitForAssertionAsync(() =>
        {
            _house.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Single(page.FindAll("table.incidents tbody tr"));
        }, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Page_UnknownWord_SaysWhatIsAllowed()
    {
        var tenant = await _house.TenantAsync("acme");
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents?q=verdict%3Amaybe");
        Assert.Contains("retry, investigate, suppress", _house.Page<IncidentsPage>(tenant).Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_DatabaseFails_SaysSoAndReadsAgain()
    {
        var tenant = await _house.TenantAsync("acme");
        await using (var connection = await _house.Get<Storage.Database.Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync("ALTER TABLE incident RENAME TO hidden");
        }
        var page = _house.Page<IncidentsPage>(tenant);
        Assert.Contains("Nothing is lost", page.Find(".failure").TextContent, StringComparison.Ordinal);
        await using (var connection = await _house.Get<Storage.Database.Database>().OpenAsync(default))
        {
            await connection.ExecuteAsync("ALTER TABLE hidden RENAME TO incident");
        }
        await page.Find(".failure button").ClickAsync();
        Assert.Empty(page.FindAll(".failure"));
    }

    [Fact]
    public async Task Page_Viewer_SeesNoRecipientInReasons()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await _house.RefuseAsync(tenant);
        Assert.DoesNotContain("Jane.Doe", _house.Page<IncidentsPage>(tenant).Markup, StringComparison.OrdinalIgnoreCase);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
