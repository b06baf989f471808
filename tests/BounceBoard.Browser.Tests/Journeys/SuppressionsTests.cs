using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>An address goes on the list and off again, by hand and by keyboard.</summary>
public sealed class SuppressionsTests(House house) : IClassFixture<House>
{
    private const string List = "t/demo/suppressions";

    [Fact]
    public async Task Address_ByHandAndKeyboard_GoesOnTheListAndOff()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await owner.OpenAsync("");
        await owner.ClickAsync("Load sample data");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/demo$"), new() { Timeout = 60_000 });

        await owner.OpenAsync(List);
        await owner.IsAccessibleAsync();
        await owner.Page.GetByText("Suppress one address").ClickAsync();
        await owner.Page.GetByLabel("Address", new() { Exact = true }).FillAsync("Jane.Doe@example.net");
        await owner.ClickAsync("Suppress 1 address");
        await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(1);
        await owner.Page.GetByText("Import a list").ClickAsync();
        await owner.Page.Locator("#suppress-file").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = "email\none@example.net\nnobody\n"u8.ToArray() });
        await owner.ClickAsync("Import 1 address");
        await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(2);
        await owner.IsAccessibleAsync();

        await owner.Page.Locator("h1").FocusAsync();
        await owner.Page.Keyboard.PressAsync("j");
        await owner.Page.Keyboard.PressAsync("x");
        await owner.Page.GetByLabel("Why release?").FillAsync("the wrong list");
        await owner.ClickAsync("Release 1 address");
        await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(1);
        await owner.OpenAsync($"{List}?state=released");
        await Expect(owner.Page.Locator("table.data tbody tr")).ToContainTextAsync("the wrong list");
        owner.SawNothingWrong();
    }
}
