using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.Domains;
using BounceBoard.Web.Domains.Health;
using BounceBoard.Web.Tenants;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

/// <summary>Lists of many domains cost as many statements as lists of few.</summary>
public sealed class DomainListTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    public DomainListTests() => _house.Services.AddSingleton<IExam>(new FixedExam());

    [Fact]
    public async Task List_ManyDomains_ReadsThemInThreeStatementsAndAgainInTwo()
    {
        var tenant = await ExaminedAsync("acme", 12);
        var model = _house.Get<DomainListModel>();
        DomainListPage? page = null;
        var first = await SeenStatements.OfAsync(async () => page = await model.LoadAsync(tenant.Tenant.Id, new DomainListUrl(null, null), default));
        Assert.Equal(3, first.Count);
        Assert.Equal(12, page!.Rows.Count);
        Assert.All(page.Rows, row => Assert.NotNull(row.Figures));
        Assert.Equal(2, (await SeenStatements.OfAsync(() => model.LoadAsync(tenant.Tenant.Id, new DomainListUrl(null, "quarantine"), default))).Count);
    }

    [Fact]
    public async Task List_MoreThanAPage_IsTurnedByTheAddress()
    {
        var tenant = await _house.TenantAsync("acme");
        await AddAsync(tenant, DomainListModel.PageSize + 2);
        var page = _house.Page<DomainsPage>(tenant);
        Assert.Equal(DomainListModel.PageSize, page.FindAll("table.domains tbody tr").Count);
        Assert.Equal("/t/acme/domains?page=2", page.Find("a[rel=next]").GetAttribute("href"));
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains?page=2");
        page = _house.Page<DomainsPage>(tenant);
        Assert.Equal(2, page.FindAll("table.domains tbody tr").Count);
        Assert.Contains("2 of 52 domains", page.Find(".table-foot").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sums_OfManyTenants_AreOneStatement()
    {
        var tenants = new List<TenantContext>();
        for (var number = 0; number < 4; number++)
        {
            tenants.Add(await ExaminedAsync($"t{number}", 1 + number));
        }
        var (reading, ids) = (_house.Get<HealthReading>(), tenants.Select(tenant => tenant.Tenant.Id).ToList());
        IReadOnlyDictionary<TenantId, HealthSum> sums = new Dictionary<TenantId, HealthSum>();
        Assert.Single(await SeenStatements.OfAsync(async () => sums = await reading.SumsAsync(ids, default)));
        Assert.Equal([1, 2, 3, 4], ids.Select(id => sums[id].Domains));
        Assert.Equal(ids.Take(1), (await reading.SumsAsync([ids[0]], default)).Keys);
    }

    [Fact]
    public async Task Overview_ExaminedDomain_ShowsScoreGradeAndWorstIssue()
    {
        var tenant = await ExaminedAsync("acme", 1);
        Assert.Null((await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "new.test", [], default)).Problem);
        var rows = _house.Page<OverviewPage>(tenant).FindAll("table.standings tbody tr");
        Assert.NotEmpty(rows[0].QuerySelector(".score-badge .tag")!.TextContent);
        Assert.Matches("^/t/acme/domains/d0.test#issue-", rows[0].QuerySelector("[data-label='Worst issue'] a")!.GetAttribute("href"));
        Assert.Contains("not examined yet", rows[1].TextContent, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<TenantContext> ExaminedAsync(string slug, int domains)
    {
        var tenant = await _house.TenantAsync(slug);
        await AddAsync(tenant, domains);
        for (var number = 0; number < domains; number++)
        {
            Assert.Null((await _house.Get<ExamDesk>().NowAsync(Actor.System, tenant.Tenant.Id, DomainName.Parse($"d{number}.test"), default)).Problem);
        }
        return tenant;
    }

    private async Task AddAsync(TenantContext tenant, int domains)
    {
        for (var number = 0; number < domains; number++)
        {
            Assert.Null((await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, $"d{number}.test", [], default)).Problem);
        }
    }
}
