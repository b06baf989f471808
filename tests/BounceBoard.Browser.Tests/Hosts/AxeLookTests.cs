using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>The look at a page's accessibility must be able to fail.</summary>
public sealed class AxeLookTests
{
    private const string Faulty = """
        <html lang="en"><head><title>A page</title></head><body><main><h1>Heading</h1>
        <p style="color: #ccc; background: #fff">pale</p><input type="text"></main></body></html>
        """;

    [Fact]
    public async Task FaultyPage_NamesEachFaultWithItsElement()
    {
        Assert.SkipWhen(Chromium.Missing is not null, Chromium.Missing ?? "");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync();
        await page.SetContentAsync(Faulty);
        var look = new AxeLook(page);

        var all = await look.FindAsync(null);
        var colours = await look.FindAsync(["color-contrast"]);

        Assert.Equal("critical", Assert.Single(all, finding => finding.Id == "label").Impact);
        Assert.Contains("pale", Assert.Single(all, finding => finding.Id == "color-contrast").ToString());
        Assert.Equal("color-contrast", Assert.Single(colours).Id);
    }
}
