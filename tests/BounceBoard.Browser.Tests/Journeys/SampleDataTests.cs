using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>Every page with something on it, light and dark, reached without a network.</summary>
public sealed class SampleDataTests(House house) : IClassFixture<House>
{
    private const string Root = "t/demo";

    private static readonly string[] Pages =
    [
        "", "users", "audit", "tenants/new", Root, $"{Root}/incidents", $"{Root}/evidence", $"{Root}/domains", $"{Root}/suppressions", $"{Root}/audit",
        $"{Root}/settings/tenant", $"{Root}/settings/people", $"{Root}/settings/routes", $"{Root}/settings/sending", $"{Root}/settings/sources", $"{Root}/settings/alerts", $"{Root}/settings/tokens",
        $"{Root}/settings/replay", $"{Root}/settings/retries", $"{Root}/retries", $"{Root}/retries?tab=done",
    ];

    [Fact]
    public async Task EveryPage_WithSampleData_IsAccessibleAndStaysAtHome()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await owner.OpenAsync("");
        await owner.ClickAsync("Load sample data");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/demo$"), new() { Timeout = 60_000 });

        foreach (var page in Pages.Concat(await IncidentsAsync(owner)))
        {
            await owner.OpenAsync(page);
            await Expect(owner.Page.Locator("main h1")).ToHaveCountAsync(1);
            await owner.IsAccessibleAsync();
        }
        owner.SawNothingWrong();
    }

    // The first two rows: the first is the worst, and one row is like another.
    private static async Task<IReadOnlyList<string>> IncidentsAsync(Visitor visitor)
    {
        await visitor.OpenAsync($"{Root}/incidents");
        var links = visitor.Page.Locator("table.incidents a.row-link");
        await Expect(links.First).ToBeVisibleAsync();
        return await links.EvaluateAllAsync<string[]>("all => all.slice(0, 2).map(link => link.getAttribute('href').replace(/^\\//, ''))");
    }
}
