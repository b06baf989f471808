using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Incidents;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentBulkTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Bulk_NothingChosen_OffersNothing()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        Assert.Empty(_house.Page<IncidentsPage>(tenant).FindAll(".bulk"));
    }

    [Fact]
    public async Task Bulk_AllChosenAndAcknowledged_SaysHowMany()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        await _house.RefuseAsync(tenant, "550 5.1.1 <Jane.Doe@example.net>: no such user");
        var page = _house.Page<IncidentsPage>(tenant);
        await page.Find("th.pick input").ChangeAsync(new ChangeEventArgs { Value = true });
        var count = page.FindAll("tbody tr").Count;
        await page.FindAll("button").Single(button => button.TextContent.StartsWith("Acknowledge", StringComparison.Ordinal)).ClickAsync();
        Assert.Contains($"{count} of {count}", page.Find(".bulk-said").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bulk"));
        Assert.Equal(count, page.FindAll("tbody td").Count(cell => cell.TextContent.Contains("acknowledged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Page_Viewer_CanChooseNothing()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await _house.RefuseAsync(tenant);
        Assert.Empty(_house.Page<IncidentsPage>(tenant).FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task Export_Link_NamesItsNumberAndTheFilterOfThePage()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents?q=is%3Aopen%20family%3Arelay&sort=people");
        var link = _house.Page<IncidentsPage>(tenant).FindAll(".page-actions a")[0];
        Assert.Equal("Export 1 as CSV", link.TextContent);
        Assert.Equal("/t/acme/incidents/export?format=csv&q=is%3Aopen%20family%3Arelay&sort=people", link.GetAttribute("href"));
    }

    [Fact]
    public void Csv_Title_OfAStranger_IsNoFormula()
    {
        var row = new IncidentRow
        {
            Id = 1,
            Number = 1,
            Family = default,
            Scope = default,
            ScopeName = "x",
            State = IncidentState.Open,
            Title = "=HYPERLINK(\"http://x.test\")",
            Refusals = 1,
            People = 1,
            FirstAt = default,
            LastAt = default,
            OpenedAt = default,
        };
        Assert.Contains("\"'=HYPERLINK", IncidentExport.Csv([new(row, [], null, [], null)]), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
