using BounceBoard.Core.Tenants;
using BounceBoard.Web.Incidents;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentWorkPageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Acknowledge_Pressed_SaysWhoAndTheButtonIsGone()
    {
        var page = await OpenAsync(TenantRole.Operator);
        await Button(page, "Acknowledge").ClickAsync();
        Assert.Contains("Acknowledged by system", page.Find(".work").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent == "Acknowledge");
    }

    [Fact]
    public async Task Dismiss_WithReason_SaysUntilWhenAndOffersToOpenAgain()
    {
        var page = await OpenAsync(TenantRole.Operator);
        await page.Find("#dismiss-until").ChangeAsync(new ChangeEventArgs { Value = "People" });
        await page.Find("#dismiss-more").ChangeAsync(new ChangeEventArgs { Value = "3" });
        await page.Find("#dismiss-reason").ChangeAsync(new ChangeEventArgs { Value = "known outage" });
        await page.Find("details.act form").SubmitAsync();
        Assert.Contains("until 3 more people are refused", page.Find(".work").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("#dismiss-until"));
        await Button(page, "Open it again").ClickAsync();
        Assert.NotEmpty(page.FindAll("#dismiss-until"));
    }

    [Fact]
    public async Task Dismiss_WithoutReason_SaysWhatIsMissing()
    {
        var page = await OpenAsync(TenantRole.Operator);
        await page.Find("details.act form").SubmitAsync();
        Assert.Contains("reason", page.Find("#dismiss-reason-fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Merge_IntoNothing_SaysSo()
    {
        var page = await OpenAsync(TenantRole.Operator);
        await page.Find("#merge-into").ChangeAsync(new ChangeEventArgs { Value = "9" });
        await page.Find("#merge-into").Closest("form")!.SubmitAsync();
        Assert.Contains("no incident 9", page.Find(".work [role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_WithMarkup_IsAddedAsText()
    {
        var page = await OpenAsync(TenantRole.Operator, "?tab=notes");
        await page.Find("#note").ChangeAsync(new ChangeEventArgs { Value = "<b>asked</b> them" });
        await page.Find("#note").Closest("form")!.SubmitAsync();
        Assert.Equal("<b>asked</b> them", page.Find(".notes .said").TextContent);
        Assert.Empty(page.FindAll(".notes b"));
    }

    [Fact]
    public async Task Override_Said_StandsBesideTheVerdictOfTheRules()
    {
        var page = await OpenAsync(TenantRole.Operator);
        await page.Find("#override-verdict").ChangeAsync(new ChangeEventArgs { Value = "Retry" });
        await page.Find("#override-reason").ChangeAsync(new ChangeEventArgs { Value = "they told us" });
        await page.Find("#override-reason").Closest("form")!.SubmitAsync();
        Assert.Contains("system says", page.Find(".override").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.FindAll(".verdict-panel header .investigate"));
    }

    [Fact]
    public async Task Page_Viewer_SeesNoButtonNoNoteAndNoRecipient()
    {
        var page = await OpenAsync(TenantRole.Viewer, "?tab=notes");
        Assert.Empty(page.FindAll(".work button, .work select, details.act, #note"));
        Assert.Contains("internal", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TenantRole.Operator, true)]
    [InlineData(TenantRole.Viewer, false)]
    public async Task Packet_Recipients_AreMaskedUnlessTicked(TenantRole role, bool mayTick)
    {
        var page = await OpenAsync(role, "?tab=packet");
        Assert.Contains("J***@example.net", page.Find("#packet").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Jane.Doe", page.Find("#packet").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(mayTick, page.FindAll(".panel input[type=checkbox]").Count == 1);
        if (mayTick)
        {
            await page.Find(".panel input[type=checkbox]").ChangeAsync(new ChangeEventArgs { Value = true });
            Assert.Contains("Jane.Doe@example.net", page.Find("#packet").TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Packet_HoldsWhatAPostmasterAsksFor()
    {
        var text = (await OpenAsync(TenantRole.Operator, "?tab=packet")).Find("#packet").TextContent;
        Assert.All(
            ["Who must act:", "Diagnostic-Code:", "Refusing server:", "Refusing address:", "MX of example.net now", "TTL", "+0000 (UTC)", "1 refusals for 1 recipients"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(TenantRole.Operator)]
    [InlineData(TenantRole.Viewer)]
    public async Task Report_OfAnyRole_MasksEveryRecipientAndHasNoNavigation(TenantRole role)
    {
        var tenant = await _house.TenantAsync("acme", role);
        await _house.RefuseAsync(tenant);
        var page = _house.Page<ReportPage>(tenant, parameters => parameters.Add(report => report.Number, 1));
        Assert.DoesNotContain("Jane.Doe", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("j***@example.net", page.Markup, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.FindAll("nav, button, form"));
        Assert.Contains("Who must act", page.Markup, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<IRenderedComponent<IncidentPage>> OpenAsync(TenantRole role, string query = "")
    {
        var tenant = await _house.TenantAsync("acme", role);
        await _house.RefuseAsync(tenant);
        _house.Get<NavigationManager>().NavigateTo("/t/acme/incidents/1" + query);
        return _house.Page<IncidentPage>(tenant, parameters => parameters.Add(page => page.Number, 1));
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<IncidentPage> page, string text) =>
        page.FindAll("button").Single(button => button.TextContent == text);
}
