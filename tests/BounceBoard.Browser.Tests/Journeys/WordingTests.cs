using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From a reply that nobody knows to a rule that has judged it, and everything like it.</summary>
public sealed class WordingTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";

    [Fact]
    public async Task UnknownWording_MadeARule_JudgesWhatIsStoredAndWhatComes()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await IncidentPages.UploadAsync(owner, Slug, $"bounce{number}.eml", Bounce($"jane{number}@example.net", number));
        }

        await OpenFormAsync(owner);
        await SaveAndApplyAsync(owner);
        await IncidentPages.UploadAsync(owner, Slug, "later.eml", Bounce("jane4@example.net", 4));
        await owner.OpenAsync($"t/{Slug}/settings/wordings");
        await Expect(owner.Page.Locator("[aria-labelledby=rules-title] td.num")).ToHaveTextAsync("4");
        await Expect(owner.Page.GetByText("Every wording is known")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        await owner.OpenAsync("wordings");
        await Expect(owner.Page.Locator("td.reply")).ToContainTextAsync("moved out");
        await owner.IsAccessibleAsync();
        owner.SawNothingWrong();
    }

    private static async Task OpenFormAsync(Visitor owner)
    {
        await owner.OpenAsync($"t/{Slug}/settings/wordings");
        await Expect(owner.Page.Locator("code.said")).ToHaveTextAsync("<{address}>: the lodger of flat {n} moved out");
        await owner.IsAccessibleAsync();
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Make a rule" }).ClickAsync();
        await Expect(owner.Page.GetByLabel("Wording", new() { Exact = true })).ToHaveValueAsync("the lodger of flat * moved out");
        await Expect(owner.Page.Locator("[aria-labelledby=preview-title]")).ToContainTextAsync("Matches 3 of the last 3 refusals");
        await owner.IsAccessibleAsync();
    }

    private static async Task SaveAndApplyAsync(Visitor owner)
    {
        await owner.Page.GetByLabel("Means", new() { Exact = true }).SelectOptionAsync("MailboxMoved");
        await owner.Page.GetByLabel("Only with reply code").FillAsync("551");
        await Expect(owner.Page.Locator("[aria-labelledby=preview-title]")).ToContainTextAsync("Matches 0 of the last 3 refusals");
        await owner.Page.GetByLabel("Only with reply code").FillAsync("");
        await owner.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("their web page says so");
        await owner.ClickAsync("Save the rule");
        await owner.ClickAsync("Apply to 3 stored refusals");
        await Expect(owner.Page.GetByText("3 stored refusals judged again")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        await owner.OpenAsync($"t/{Slug}/incidents/1?tab=refusals");
        await Expect(owner.Page.GetByRole(AriaRole.Link, new() { Name = "by your rule" })).ToHaveCountAsync(3);
        await owner.IsAccessibleAsync();
    }

    private static byte[] Bounce(string recipient, int number) =>
        RefusedMail.Write(recipient, "mx1.example.net", "198.51.100.7", DateTimeOffset.UtcNow.AddMinutes(-number), $"The lodger of flat {number} moved out");
}
