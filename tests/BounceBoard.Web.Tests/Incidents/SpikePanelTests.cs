using BounceBoard.Core.Incidents.Spikes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Incidents;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class SpikePanelTests : IAsyncDisposable
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_ExplainedSpike_ShowsSinceStoppedFiguresAndTheChart()
    {
        var page = await PageAsync("");
        var panel = page.Find("section.spike");
        Assert.Equal("More failures than usual, over by now", panel.QuerySelector("h2")?.TextContent);
        Assert.Equal(["Since", "Stopped at", "Failed", "Expected"], panel.QuerySelectorAll("dt").Select(term => term.TextContent));
        Assert.Contains("12 of 12 failures have a capital letter in the local part; 0 of ", panel.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(panel.QuerySelectorAll("svg .failing"));
        Assert.NotEmpty(panel.QuerySelectorAll("svg .delivered"));
        Assert.Single(panel.QuerySelectorAll("svg .window"));
        Assert.NotEmpty(panel.QuerySelectorAll("details tbody tr"));
        Assert.DoesNotContain("other sender", panel.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InCommon_ExplainingFacet_StandsFirstWithDeliveriesBeside()
    {
        var page = await PageAsync("?tab=in-common");
        var first = page.Find(".in-common > div");
        Assert.Equal("explains", first.ClassName);
        Assert.Contains("Case of the local part · explains the failures", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("12 failing, 0 delivered", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("no capital letter", first.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_Spike_IsMarkedInTheSparklineAndRecovering()
    {
        var tenant = await DemoAsync();
        var row = _house.Page<IncidentsPage>(tenant).FindAll("table.incidents tbody tr").Single(line => line.TextContent.Contains("bigmail-servers.test", StringComparison.Ordinal));
        Assert.NotNull(row.QuerySelector(".spark .window"));
        Assert.Contains("Recovering", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_OneFailureBesideAThousandDeliveries_ShowsAndStaysInside()
    {
        var chart = FailureChart.Of([new HourCount(At, 1, 999, 1), new HourCount(At.AddHours(1), 0, null, 0)], At, null);
        var bar = Assert.Single(chart.Bars);
        Assert.Equal(3, bar.Failed);
        Assert.InRange(bar.Failed + bar.Delivered, 100, FailureChart.High);
        Assert.Equal((0.0, (double)FailureChart.Wide), chart.Window);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<IRenderedComponent<IncidentPage>> PageAsync(string query)
    {
        var tenant = await DemoAsync();
        var list = await _house.Get<BounceBoard.Storage.Incidents.IncidentReader>().ListAsync(tenant.Tenant.Id, BounceBoard.Storage.Incidents.IncidentFilter.All, default);
        var number = list.Single(incident => incident.ScopeName == "bigmail-servers.test").Number;
        _house.Get<NavigationManager>().NavigateTo($"/t/{tenant.Tenant.Slug}/incidents/{number}{query}");
        return _house.Page<IncidentPage>(tenant, parameters => parameters.Add(page => page.Number, number));
    }

    private async Task<TenantContext> DemoAsync()
    {
        var result = await _house.Get<DemoTenant>().LoadAsync(Actor.Cli, default);
        return result.TryGet(out TenantRow? row)
            ? new TenantContext(row, Core.Tenants.TenantRole.Operator, Core.Tenants.InstallationRole.None)
            : throw new InvalidOperationException(result.Problem);
    }
}
