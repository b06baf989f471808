using BounceBoard.Web.Tenants;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Tenants;

public sealed class OverviewPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NewTenant_ShowsTheChecklistAndNoNumbers()
    {
        var page = _house.Page<OverviewPage>(await _house.TenantAsync("acme"));
        Assert.NotEmpty(page.FindAll(".checklist li"));
        Assert.Empty(page.FindAll(".figures"));
    }

    [Fact]
    public async Task Page_WithAnIncident_ShowsItAndTheBook()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        var page = _house.Page<OverviewPage>(tenant);
        Assert.Single(page.FindAll("table.incidents tbody tr"));
        Assert.Equal(["1", "1", "0", "0"], page.FindAll(".equation dd").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Page_SamePersonRefusedTwiceForGood_IsOneSavedAddress()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant);
        await _house.RefuseAsync(tenant, "550 5.7.1 <Jane.Doe@example.net>: Sender not allowed by policy");
        var page = _house.Page<OverviewPage>(tenant);
        Assert.StartsWith("1 recipient not purged", page.Find(".saved").TextContent, StringComparison.Ordinal);
        Assert.Contains("A person counts once", page.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
