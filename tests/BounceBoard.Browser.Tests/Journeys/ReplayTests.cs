using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using BounceBoard.Core.Verdicts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>A verdict that other rules gave is found in the past, and decided again when somebody says so.</summary>
public sealed class ReplayTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";
    private const string Lab = $"t/{Slug}/settings/replay";

    [Fact]
    public async Task AVerdictOfOtherRules_JudgedAgainAndApplied_IsDecidedByTheRulesOfToday()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);
        await IncidentPages.UploadAsync(
            owner, Slug, "bounce.eml", RefusedMail.Write("jane@example.net", "mx1.example.net", "198.51.100.7", DateTimeOffset.UtcNow.AddMinutes(-1), "Relaying denied"));
        await owner.OpenAsync(Lab);
        await owner.IsAccessibleAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Judge 1 incident again" }).ClickAsync();
        await Expect(owner.Page.GetByText("Every verdict stands")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();

        await OldVerdict.SayAsync(house.Host.DataDirectory, Slug, Verdict.Suppress);
        await owner.ClickAsync("Judge this range again");
        await Expect(owner.Page.Locator("table.replays tbody tr")).ToHaveCountAsync(1);
        await Expect(owner.Page.Locator("td.difference")).ToContainTextAsync("Said no longer");
        await owner.IsAccessibleAsync();
        await owner.Page.Locator("tbody input.tick").CheckAsync();
        await owner.ClickAsync("Have 1 incident looked at again");
        await owner.IsAccessibleAsync();
        await owner.ClickAsync("Have 1 incident looked at again");
        await Expect(owner.Page.GetByText("1 incident is due")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();

        await owner.OpenAsync($"t/{Slug}/incidents/1?tab=history");
        await Expect(owner.Page.Locator("main table.data tbody tr .verdict")).ToHaveCountAsync(3, new() { Timeout = 120_000 });
        owner.SawNothingWrong();
    }
}
