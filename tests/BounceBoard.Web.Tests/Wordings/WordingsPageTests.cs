using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Wordings;
using BounceBoard.Web.Wordings;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Wordings;

public sealed class WordingsPageTests : IAsyncDisposable
{
    private const string Said = "550 5.7.1 <Jane.Doe@example.net>: The lodger of flat 9 moved out";

    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_NothingUnknown_SaysSoAndOffersARule()
    {
        var page = Open(await _house.TenantAsync("acme"));

        Assert.Contains("Every wording is known", page.Markup, StringComparison.Ordinal);
        Assert.Contains("No rules", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/t/acme/settings/wordings/new']"));
    }

    [Fact]
    public async Task Page_AnUnknownWording_ShowsSkeletonExampleAndCount()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, Said);

        var page = Open(tenant);

        Assert.Equal("<{address}>: the lodger of flat {n} moved out", page.Find("code.said").TextContent);
        Assert.Contains("Jane.Doe@example.net", page.Find("tbody .sub").TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.Find("td.num").TextContent);
        Assert.Contains("Make a rule", page.Find("td.acts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForAViewer_MasksTheExampleAndOffersNothing()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Viewer);
        await _house.RefuseAsync(tenant, Said);
        await RuleAsync(tenant, "asked jane.doe@example.net");

        var page = Open(tenant, "?show=all");

        Assert.DoesNotContain("Jane.Doe", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("J***@example.net", page.Markup, StringComparison.Ordinal);
        Assert.Contains("has a rule", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("td.acts button, a[href*='/rules/'], a[href$='/new']"));
    }

    [Fact]
    public async Task Page_Address_IsItsState()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, Said);
        await RuleAsync(tenant, "");

        Assert.Contains("Every wording is known", Open(tenant).Markup, StringComparison.Ordinal);
        Assert.Contains("lodger of flat", Open(tenant, "?show=ruled&sort=last-at&q=LODGER").Find("tbody").TextContent, StringComparison.Ordinal);
        Assert.Contains("No wording matches", Open(tenant, "?show=all&q=nothing-alike").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_SwitchAndDelete_ActAtOnce()
    {
        var tenant = await _house.TenantAsync("acme");
        await RuleAsync(tenant, "");
        var page = Open(tenant);

        page.FindAll("td.acts button").Single(button => button.TextContent == "Switch off").Click();
        Assert.Contains("Switch on", page.Find("td.acts").TextContent, StringComparison.Ordinal);
        page.FindAll("td.acts button").Single(button => button.TextContent == "Delete").Click();
        page.FindAll("td.acts button").Single(button => button.TextContent == "Delete").Click();

        Assert.Contains("No rules", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewRule_OfAWording_IsFilledSavedAndApplied()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.RefuseAsync(tenant, Said);
        var wording = Assert.Single(await _house.Get<UnknownWordingReader>().ListAsync(tenant.Tenant.Id, WordingUrl.Usual.Filter, default));
        _house.Get<NavigationManager>().NavigateTo($"/t/acme/settings/wordings/new?wording={wording.Id}");
        var page = _house.Page<RulePage>(tenant);

        Assert.Equal("the lodger of flat * moved out", page.Find("#rule-pattern").GetAttribute("value"));
        Assert.Equal("550", page.Find("#rule-code").GetAttribute("value"));
        page.WaitForAssertion(() => Assert.Contains("Matches 1 of the last 1 refusals", page.Markup.Replace("<strong>", "", StringComparison.Ordinal).Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal));
        page.Find("#rule-category").Change(nameof(BounceCategory.MailboxMoved));
        page.Find("form.wide").Submit();

        var rule = Assert.Single(await _house.Get<WordingRuleReader>().ListAsync(tenant.Tenant.Id, default));
        Assert.EndsWith($"/rules/{rule.Id}?made=true", _house.Get<NavigationManager>().Uri, StringComparison.Ordinal);
        page.Render(parameters => parameters.Add(one => one.Rule, rule.Id));
        page.WaitForAssertion(() => Assert.Contains("Apply to 1 stored refusal", page.Markup, StringComparison.Ordinal));
        page.FindAll("button").Single(button => button.TextContent == "Apply to 1 stored refusal").Click();
        page.WaitForAssertion(() => Assert.Contains("1 stored refusal judged again", page.Markup, StringComparison.Ordinal));
        Assert.Contains("stays in the incident it was filed in", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_TooShort_SaysWhyAndKeepsWhatWasTyped()
    {
        var page = _house.Page<RulePage>(await _house.TenantAsync("acme"));

        page.Find("#rule-pattern").Input("a*b");
        Assert.Contains("at least 8 characters", page.Find("[aria-labelledby=preview-title]").TextContent, StringComparison.Ordinal);
        page.Find("form.wide").Submit();

        Assert.Contains("at least 8 characters", page.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("a*b", page.Find("#rule-pattern").GetAttribute("value"));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<WordingsPage> Open(TenantContext tenant, string query = "")
    {
        _house.Get<NavigationManager>().NavigateTo($"/t/{tenant.Tenant.Slug}/settings/wordings{query}");
        return _house.Page<WordingsPage>(tenant);
    }

    private async Task RuleAsync(TenantContext tenant, string note)
    {
        var draft = new RuleDraft("the lodger of * moved out", "", "", "", BounceCategory.MailboxMoved, note);
        Assert.Null((await _house.Get<RuleAdministration>().SaveAsync(Actor.System, tenant.Tenant.Id, null, draft, default)).Problem);
    }
}
