using BounceBoard.Browser.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Pages;

/// <summary>Evidence goes in, an incident comes out.</summary>
internal static class IncidentPages
{
    /// <summary>Uploads one mail and waits for the receipt.</summary>
    public static async Task UploadAsync(Visitor visitor, string slug, string name, byte[] mail)
    {
        await visitor.OpenAsync($"t/{slug}/evidence");
        await visitor.Page.Locator("#evidence-files").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "message/rfc822", Buffer = mail });
        await Expect(visitor.Page.GetByText("1 received = 1 stored + 0 duplicates + 0 quarantined").First).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }

    /// <summary>Opens the first incident of the list.</summary>
    public static async Task OpenFirstAsync(Visitor visitor, string slug)
    {
        await visitor.OpenAsync($"t/{slug}/incidents");
        await Expect(visitor.Page.Locator("table.incidents tbody tr")).ToHaveCountAsync(1);
        await visitor.IsAccessibleAsync();
        await visitor.OpenAsync($"t/{slug}/incidents/1");
    }

    /// <summary>The panel with verdict, cause and reasons.</summary>
    public static ILocator Verdict(Visitor visitor) => visitor.Page.Locator(".verdict-panel");

    public static ILocator Resolvers(Visitor visitor) => visitor.Page.Locator("table.resolvers tbody");

    /// <param name="outcome">What the page says when the answers are stored.</param>
    public static async Task CheckAgainAsync(Visitor visitor, string domain, string outcome)
    {
        await visitor.ClickAsync($"Check {domain} again now");
        await Expect(visitor.Page.GetByText(outcome)).ToBeVisibleAsync();
    }
}
