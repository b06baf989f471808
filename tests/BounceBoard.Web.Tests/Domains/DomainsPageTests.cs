using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Domains;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class DomainsPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NoDomain_SaysWhatItWouldShow() =>
        Assert.Equal("No domains yet", _house.Page<DomainsPage>(await _house.TenantAsync("acme")).Find(".empty h2").TextContent);

    [Fact]
    public async Task Page_Operator_CannotAdd() =>
        Assert.Empty(_house.Page<DomainsPage>(await _house.TenantAsync("acme")).FindAll("form"));

    [Fact]
    public async Task Page_AddingNoDomainName_SaysWhatIsWrong()
    {
        var page = _house.Page<DomainsPage>(await _house.TenantAsync("acme", TenantRole.Admin));
        await page.Find("#new-domain").ChangeAsync(new() { Value = "not a domain" });
        await page.Find("form").SubmitAsync();
        Assert.NotEmpty(page.Find(".fault").TextContent);
        Assert.Equal("No domains yet", page.Find(".empty h2").TextContent);
    }

    [Fact]
    public async Task Page_BeforeTheFirstExamination_SaysSoAndShowsNoZero()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await AddAsync(tenant);
        var row = _house.Page<DomainsPage>(tenant).Find("table.domains tbody tr");
        Assert.Contains("not examined yet", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("0", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Detail_OfADomain_ShowsTheRecordAsFound()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await AddAsync(tenant);
        await _house.Get<MxRefresh>().RefreshDueAsync(default);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains/acme.test?part=resolvers");
        var page = _house.Page<DomainPage>(tenant, domain => domain.Add(value => value.Name, "acme.test"));
        Assert.Contains("v=spf1 ip4:192.0.2.0/24 -all", page.Find("section[aria-label=SPF]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Remove", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Detail_OfAnotherTenantsDomain_IsNotFound()
    {
        await AddAsync(await _house.TenantAsync("acme"));
        var isNotFound = false;
        _house.Get<NavigationManager>().OnNotFound += (_, _) => isNotFound = true;
        _house.Page<DomainPage>(await _house.TenantAsync("other"), domain => domain.Add(value => value.Name, "acme.test"));
        Assert.True(isNotFound);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task AddAsync(TenantContext tenant) =>
        Assert.Null((await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "acme.test", ["s1"], default)).Problem);
}
