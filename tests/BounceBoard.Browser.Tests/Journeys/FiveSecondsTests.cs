using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>Who opens an incident reads the whole story on the first screen, without a mouse and without scrolling.</summary>
public sealed class FiveSecondsTests(House house) : IClassFixture<House>
{
    private const string Title = "Relay refusals at bigmail-servers.test";

    // What happened, to whom, since when, whose server, what tells failures from deliveries, what to do, what would change it.
    private static readonly (string Place, string Says)[] Story =
    [
        ("main h1", Title),
        (".page-header .sub", "12 refusals of 12 people"),
        (".page-header .sub-line", "refused by mx1.bigmail-servers.test"),
        (".page-header .sub-line .match", "in MX, 4 of 4"),
        (".verdict-panel header", "Receiver incident"),
        (".verdict-panel .why", "12 people refused by the current MX of bigmail.example"),
        (".verdict-panel", "Send a small sample first"),
        (".verdict-panel", "What would change it"),
        (".spike .facts", "Since"),
        (".spike .facts", "Stopped at"),
        (".spike .explains", "12 of 12 failures have a capital letter in the local part; 0 of 40 deliveries do."),
    ];

    [Fact]
    public async Task SpikeOfTheDemoTenant_ByKeyboard_TellsItsStoryOnTheFirstScreen()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await owner.OpenAsync("");
        await owner.ClickAsync("Load sample data");
        await Expect(owner.Page).ToHaveURLAsync(new Regex("/t/demo$"), new() { Timeout = 60_000 });

        await owner.OpenAsync("t/demo/incidents");
        await WalkToAsync(owner, Title);
        await owner.Page.Keyboard.PressAsync("Enter");

        foreach (var (place, says) in Story)
        {
            var told = owner.Page.Locator(place).First;
            await Expect(told).ToContainTextAsync(says);
            await Expect(told).ToBeInViewportAsync();
        }
        await owner.IsAccessibleAsync();
        owner.SawNothingWrong();
    }

    private static async Task WalkToAsync(Visitor owner, string title)
    {
        var wanted = owner.Page.Locator("table.incidents a.row-link", new() { HasText = title });
        await Expect(wanted).ToBeVisibleAsync();
        for (var rows = await owner.Page.Locator("table.incidents a.row-link").CountAsync(); rows > 0; rows--)
        {
            await owner.Page.Keyboard.PressAsync("j");
            if (await wanted.EvaluateAsync<bool>("link => link === document.activeElement"))
            {
                return;
            }
        }
        Assert.Fail($"The key j never reached '{title}'.");
    }
}
