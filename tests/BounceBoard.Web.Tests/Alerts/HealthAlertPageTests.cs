using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Web.Alerts;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Alerts;

/// <summary>Alerts of domain health in the list: what it was, with a link to the domain, and as text whatever stands in it.</summary>
public sealed class HealthAlertPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Theory]
    [InlineData(AlertKind.HealthScoreDropped, "domain score fell")]
    [InlineData(AlertKind.HealthIssueNew, "new domain issue")]
    public async Task Page_HealthAlert_NamesKindAndLinksTheDomain(AlertKind kind, string words)
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        const string title = "New issue of example.net: <script>alert(1)</script>";
        await _house.Get<Database>().WriteAsync(
            async transaction =>
            {
                var (now, id) = (TimeProvider.System.GetUtcNow(), RowIds.Next(TimeProvider.System.GetUtcNow()));
                await _house.Get<AlertWriter>().TryAddAsync(tenant.Tenant.Id, new NewAlert(id, kind, 7, "1"), now, transaction, default);
                var content = AlertContentJson.Write(new AlertContent { Title = title, Path = "/t/acme/domains/example.net" });
                await _house.Get<AlertWriter>().TryWordAsync(tenant.Tenant.Id, id, now, content, 0, transaction, default);
            },
            default);

        var row = _house.Page<AlertsPage>(tenant).Find("table.data tbody tr");

        Assert.Equal(words, row.QuerySelector("[data-label=What]")?.TextContent);
        Assert.Equal(title, row.QuerySelector("a")?.TextContent);
        Assert.Equal("/t/acme/domains/example.net", row.QuerySelector("a")?.GetAttribute("href"));
        Assert.Null(row.QuerySelector("script"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
