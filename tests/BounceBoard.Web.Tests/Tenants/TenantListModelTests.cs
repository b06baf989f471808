using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;
using BounceBoard.Web.Tenants;
using Xunit;

namespace BounceBoard.Web.Tests.Tenants;

public sealed class TenantListModelTests
{
    private static readonly TenantOverviewRow[] Rows =
    [
        Row("quiet", TenantState.Active, 0, 9, 5),
        Row("busy", TenantState.Active, 3, 1204, 1),
        Row("old", TenantState.Archived, 1, 0, null),
    ];

    [Theory]
    [InlineData(TenantSort.Incidents, "busy old quiet")]
    [InlineData(TenantSort.Name, "busy old quiet")]
    [InlineData(TenantSort.Bounces, "busy quiet old")]
    [InlineData(TenantSort.Intake, "old quiet busy")]
    public void Shown_BySort_IsInItsOrder(object sort, string expected) =>
        Assert.Equal(expected, Slugs(new TenantListModel(Rows, null, null, (TenantSort)sort)));

    [Fact]
    public void Shown_Filtered_HoldsOnlyMatches()
    {
        Assert.Equal("busy", Slugs(new TenantListModel(Rows, " BUS", null, TenantSort.Name)));
        Assert.Equal("old", Slugs(new TenantListModel(Rows, null, TenantState.Archived, TenantSort.Name)));
    }

    [Fact]
    public void Shown_BeforeTheRead_IsNull() => Assert.Null(new TenantListModel(null, null, null, TenantSort.Name).Shown);

    [Fact]
    public void NeedYou_Always_CountsOpenIncidents() => Assert.Equal(2, new TenantListModel(Rows, null, null, TenantSort.Name).NeedYou);

    private static string Slugs(TenantListModel model) => string.Join(' ', model.Shown!.Select(row => row.Slug));

    private static TenantOverviewRow Row(string slug, TenantState state, int incidents, int bounces, int? hoursAgo) => new()
    {
        Id = new TenantId(slug.Length),
        Slug = slug,
        Name = slug,
        State = state,
        IsDemo = false,
        Domains = 1,
        OpenIncidents = incidents,
        Bounces24h = bounces,
        LastIntakeAt = hoursAgo is { } hours ? new DateTimeOffset(2026, 5, 16, 9, 0, 0, TimeSpan.Zero).AddHours(-hours) : null,
    };
}
