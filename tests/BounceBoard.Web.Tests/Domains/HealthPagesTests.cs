using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Domains;
using BounceBoard.Web.Domains.Health;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace BounceBoard.Web.Tests.Domains;

public sealed class HealthPagesTests : IAsyncDisposable
{
    private static readonly DomainName Domain = DomainName.Parse(SampleHealth.Domain);

    private readonly PageHouse _house = new();
    private readonly FixedExam _exam = new();

    public HealthPagesTests() => _house.Services.AddSingleton<IExam>(_exam);

    [Fact]
    public async Task List_ExaminedDomain_ShowsScoreAndFactsOfTheExamination()
    {
        var tenant = await ExaminedAsync(TenantRole.Viewer);
        var row = _house.Page<DomainsPage>(tenant).Find("table.domains tbody tr");
        Assert.Contains("4/10", row.QuerySelector("[data-label=SPF]")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("quarantine, test", row.QuerySelector("[data-label=DMARC]")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("unknown", row.QuerySelector("[data-label=MTA-STS]")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("1/2", row.QuerySelector("[data-label=Blocklists]")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilterByPolicy_StandsInTheAddress()
    {
        var tenant = await ExaminedAsync();
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains?policy=reject");
        Assert.Equal("No domain matches", _house.Page<DomainsPage>(tenant).Find(".empty h2").TextContent);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains?policy=quarantine");
        Assert.Single(_house.Page<DomainsPage>(tenant).FindAll("table.domains tbody tr"));
    }

    [Fact]
    public async Task Detail_BeforeTheFirstExamination_OffersOne()
    {
        var tenant = await AddedAsync();
        var page = Detail(tenant);
        Assert.Equal("Not examined yet", page.Find(".empty h2").TextContent);
        await page.Find(".empty button").ClickAsync();
        Assert.Contains("Score and issues (", page.Find(".tabs").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".issue"));
    }

    [Fact]
    public async Task Verify_AfterTheFaultIsGone_ClosesTheIssueAndSaysSo()
    {
        var tenant = await ExaminedAsync();
        var page = Detail(tenant);
        var before = page.FindAll(".issue").Count;
        _exam.Facts = SampleHealth.Facts with { Dns = With(SampleHealth.Dns, $"_dmarc.{SampleHealth.Domain}", "v=DMARC1; p=reject") };
        await page.Find("#issue-dmarc-test .issue-acts button").ClickAsync();
        Assert.Contains("is fixed", page.Find(".note.good").TextContent, StringComparison.Ordinal);
        Assert.True(page.FindAll(".issue").Count < before);
    }

    [Fact]
    public async Task Issues_Viewer_ReadsButCannotAct()
    {
        var page = Detail(await ExaminedAsync(TenantRole.Viewer));
        Assert.NotEmpty(page.FindAll(".issue"));
        Assert.Empty(page.FindAll(".issue-acts button, .issue-acts select, .issue-acts form"));
    }

    [Fact]
    public async Task Accept_WithoutReason_IsRefusedAndWithOneMovesAside()
    {
        var page = Detail(await ExaminedAsync());
        var key = page.Find(".issue").Id;
        await page.Find($"#{key} form").SubmitAsync();
        Assert.Contains("Say why", page.Find($"#{key} .fault").TextContent, StringComparison.Ordinal);
        await page.Find($"#{key} form input").ChangeAsync("the vendor needs it");
        await page.Find($"#{key} form").SubmitAsync();
        Assert.Contains("accepted", page.Find($"#{key} .tag.held").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 issue put off or accepted", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ProfileSaid_IsKeptAndTakenBack()
    {
        var tenant = await AddedAsync();
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains/acme.test?part=settings");
        var page = Detail(tenant);
        Assert.True(page.Find("input[name=profile][value=records]").HasAttribute("checked"));
        await page.Find("input[name=profile][value=Parked]").ChangeAsync("Parked");
        await page.Find("#profile-form").SubmitAsync();
        Assert.Contains("Saved", page.Find("#profile-form [role=status]").TextContent, StringComparison.Ordinal);
        Assert.True(await SaidAsync(tenant));
        await page.Find("input[name=profile][value=records]").ChangeAsync("records");
        await page.Find("#profile-form").SubmitAsync();
        Assert.False(await SaidAsync(tenant));
    }

    [Fact]
    public async Task History_RefusedMailOfTheDomain_StandsUnderTheScore()
    {
        var tenant = await ExaminedAsync();
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/domains/acme.test?part=history");
        var page = Detail(tenant);
        Assert.Single(page.FindAll("rect.bar"));
        Assert.Contains("1 refusal of its mail", page.Find(".score-chart svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_StricterPolicy_ShowsBothScoresAndStoresNothing()
    {
        var tenant = await ExaminedAsync();
        var page = _house.Page<WhatIfPage>(tenant, at => at.Add(it => it.Name, SampleHealth.Domain));
        await page.Find("form").SubmitAsync();
        Assert.Contains("at least one record", page.Find(".fault").TextContent, StringComparison.Ordinal);
        await page.Find("#planned").ChangeAsync("v=DMARC1; p=reject; rua=mailto:reports@acme.test");
        await page.Find("form").SubmitAsync();
        Assert.Contains("quarantine, test → reject", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".before-after .score").Count);
        var stored = await _house.Get<HealthReading>().FindAsync(tenant.Tenant.Id, Domain, default);
        Assert.True(stored?.Health?.Dmarc.Record?.IsTesting);
    }

    [Fact]
    public async Task Share_MadeThenRevoked_OpensTheReportThenNothing()
    {
        var tenant = await ExaminedAsync(TenantRole.Admin);
        var made = await _house.Get<ShareDesk>().CreateAsync(Actor.System, tenant.Tenant.Id, Domain, 7, default);
        Assert.True(made.TryGet(out var link));
        var page = _house.Render<SharedReportPage>(at => at.Add(it => it.Token, link.Token));
        Assert.Equal("Mail health of acme.test", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("button:not([data-copy]), form, nav"));
        await _house.Get<ShareDesk>().RevokeAsync(Actor.System, tenant.Tenant.Id, link.Id, default);
        Assert.Equal("This link does not work", _house.Render<SharedReportPage>(at => at.Add(it => it.Token, link.Token)).Find("h1").TextContent);
        Assert.Equal("This link does not work", _house.Render<SharedReportPage>(at => at.Add(it => it.Token, "guessed")).Find("h1").TextContent);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<DomainPage> Detail(TenantContext tenant) =>
        _house.Page<DomainPage>(tenant, at => at.Add(it => it.Name, SampleHealth.Domain));

    private async Task<bool> SaidAsync(TenantContext tenant) =>
        (await _house.Get<HealthReading>().FindAsync(tenant.Tenant.Id, Domain, default))!.Domain.ProfileSaid;

    private async Task<TenantContext> AddedAsync(TenantRole role = TenantRole.Admin)
    {
        var tenant = await _house.TenantAsync("acme", role);
        Assert.Null((await _house.Get<DomainAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, SampleHealth.Domain, ["s1"], default)).Problem);
        return tenant;
    }

    private async Task<TenantContext> ExaminedAsync(TenantRole role = TenantRole.Admin)
    {
        var tenant = await AddedAsync(role);
        Assert.Null((await _house.Get<ExamDesk>().NowAsync(Actor.System, tenant.Tenant.Id, Domain, default)).Problem);
        return tenant;
    }

    private static DnsSnapshot With(DnsSnapshot dns, string name, string text)
    {
        var changed = DnsSnapshot.Of(dns.Answers);
        changed.Add(new RecordQuestion(name, RecordType.Txt), new RecordAnswer(name, RecordType.Txt, DnsState.Found, "NOERROR", [text], 300));
        return changed;
    }
}
