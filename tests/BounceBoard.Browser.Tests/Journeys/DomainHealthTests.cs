using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>A domain is added, its fault is found, the zone is mended, and Verify closes the issue; a stranger reads the report by its link.</summary>
public sealed class DomainHealthTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";
    private const string Domain = "acme.test";

    private static readonly string[] Rest =
        ["acme.test. 1 IN MX 10 mx.acme.test.", "mx.acme.test. 1 IN A 192.0.2.25", "_dmarc.acme.test. 1 IN TXT \"v=DMARC1; p=none\""];

    private static readonly string[] Faulty = [.. Rest, "acme.test. 1 IN TXT \"v=spf1 ip4:192.0.2.0/24 +all\""];

    private static readonly string[] Mended = [.. Rest, "acme.test. 1 IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\""];

    [Fact]
    public async Task Domain_WithAFault_ShowsItUntilTheZoneIsMendedAndVerified()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await house.Names.PublishAsync(Faulty, CancellationToken.None);
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);
        await TenantPages.AddDomainAsync(owner, Slug, Domain);

        await owner.OpenAsync($"t/{Slug}/domains/{Domain}");
        await owner.ClickAsync($"Examine {Domain} now");
        var issue = owner.Page.Locator("#issue-spf-all");
        await Expect(issue).ToContainTextAsync("+all");
        await Expect(owner.Page.Locator(".page-header .score")).ToHaveTextAsync(new Regex(@"\d+"));
        await owner.IsAccessibleAsync();

        await house.Names.PublishAsync(Mended, CancellationToken.None);
        await issue.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Verify") }).ClickAsync();
        await Expect(owner.Page.Locator(".note.good")).ToContainTextAsync("is fixed");
        await Expect(issue).ToHaveCountAsync(0);
        await owner.IsAccessibleAsync();

        await PartsAreAccessibleAsync(owner);
        await StrangerReadsTheReportAsync(owner);
        owner.SawNothingWrong();
    }

    private static async Task PartsAreAccessibleAsync(Visitor owner)
    {
        foreach (var part in (string[])["authentication", "mail-servers", "blocklists", "history", "resolvers", "settings"])
        {
            await owner.OpenAsync($"t/{Slug}/domains/{Domain}?part={part}");
            await owner.IsAccessibleAsync();
        }
        await owner.Page.GetByLabel("No, it is parked").CheckAsync();
        await owner.ClickAsync("Save the profile");
        await Expect(owner.Page.GetByText("Saved; it is examined")).ToBeVisibleAsync();
        await owner.OpenAsync($"t/{Slug}/domains/{Domain}?part=history");
        await owner.Page.GetByText("Show it as a table").ClickAsync();
        await owner.IsAccessibleAsync();
        await owner.OpenAsync($"t/{Slug}/domains/{Domain}/what-if");
        await owner.Page.GetByLabel("Records", new() { Exact = true }).FillAsync("v=DMARC1; p=reject");
        await owner.ClickAsync("Judge these records");
        await Expect(owner.Page.GetByText("none → reject")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        await owner.OpenAsync($"t/{Slug}/domains");
        await Expect(owner.Page.Locator("table.domains .score")).ToHaveTextAsync(new Regex(@"\d+"));
        await owner.IsAccessibleAsync();
    }

    private async Task StrangerReadsTheReportAsync(Visitor owner)
    {
        await owner.OpenAsync($"t/{Slug}/domains/{Domain}?part=settings");
        await owner.ClickAsync("Make a report link");
        await Expect(owner.Page.Locator(".secret")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        var secret = (await owner.Page.Locator(".secret").InnerTextAsync()).Replace("\u200b", "", StringComparison.Ordinal);
        var link = new Uri(Regex.Match(secret, @"http://\S+/r/\S+").Value);
        await using var stranger = await house.VisitorAsync();
        Assert.Equal(200, await stranger.GoAsync(link.PathAndQuery));
        await Expect(stranger.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Mail health of {Domain}");
        await stranger.IsAccessibleAsync();
        Assert.Equal(410, await stranger.GoAsync("r/guessed"));
        stranger.SawNothingWrong();
    }
}
