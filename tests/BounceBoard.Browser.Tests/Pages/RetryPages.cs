using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.TestKit.Smtp;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Pages;

/// <summary>A controlled retry as people make one: a route, a plan, an approval.</summary>
internal static class RetryPages
{
    /// <summary>Adds the submission host on this machine and sends its test message.</summary>
    public static async Task AddRouteAsync(Visitor visitor, string slug, int port, string senderDomain)
    {
        var page = visitor.Page;
        await visitor.OpenAsync($"t/{slug}/settings/sending");
        await page.GetByText("Add a route").ClickAsync();
        await page.Locator("#sending-name").FillAsync("our relay");
        await page.Locator("#sending-domains").FillAsync(senderDomain);
        await page.Locator("#sending-host").FillAsync("127.0.0.1");
        await page.Locator("#sending-port").FillAsync(port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await page.Locator("#sending-tls").SelectOptionAsync("None");
        await page.Locator("#sending-mailbox").FillAsync($"postmaster@{senderDomain}");
        await visitor.ClickAsync("Save the route");
        await Expect(page.Locator("table.data tbody tr")).ToHaveCountAsync(1);
        await visitor.ClickAsync("Send 1 test message");
        await Expect(page.Locator("table.data tbody tr")).ToContainTextAsync("passed");
        await visitor.IsAccessibleAsync();
    }

    /// <summary>Opens the cohort of the incident whose row holds the text, and asks for approval of the sample.</summary>
    /// <returns>The incident's path.</returns>
    public static async Task<string> RequestSampleAsync(Visitor visitor, string slug, string text)
    {
        var page = visitor.Page;
        await visitor.OpenAsync($"t/{slug}/incidents");
        var link = page.Locator("table.incidents tr", new() { HasText = text }).Locator("a.row-link").First;
        var path = (await link.GetAttributeAsync("href") ?? "").TrimStart('/');
        await visitor.OpenAsync($"{path}?tab=retry");
        await visitor.ClickAsync("Preview the plan");
        await Expect(page.Locator(".equation-line")).ToContainTextAsync("to try");
        await visitor.IsAccessibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Request approval of step 1") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"/t/{slug}/retries/1"));
        return path;
    }

    /// <summary>Types the number of mails and approves the step.</summary>
    public static async Task ApproveAsync(Visitor visitor, int mails)
    {
        var approve = visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve step 1: send ") });
        await Expect(approve).ToBeDisabledAsync();
        await visitor.IsAccessibleAsync();
        await visitor.Page.Locator("#approve-count").FillAsync(mails.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Expect(approve).ToBeEnabledAsync();
        await approve.ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Undo the approval") })).ToBeVisibleAsync();
    }

    /// <summary>Waits until the relay has the mails of the sample, besides the route's test, and the page says that it waits for what comes of them.</summary>
    public static async Task SentAsync(Visitor visitor, SmtpSink relay, int mails)
    {
        for (var i = 0; i < 600 && relay.Mails.Count < mails + 1; i++)
        {
            await Task.Delay(200);
        }
        Assert.Equal(mails + 1, relay.Mails.Count);
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("observing");
    }
}
