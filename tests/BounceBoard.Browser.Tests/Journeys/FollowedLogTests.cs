using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using BounceBoard.TestKit.Evidence;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From an empty list of sources to a log whose new lines are seen on its page, through a rotation.</summary>
public sealed class FollowedLogTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";

    [Fact]
    public async Task Log_FollowedFromThePage_ShowsNewLinesAndTheRotation()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        var folder = Directory.CreateTempSubdirectory("bounceboard-journey-");
        try
        {
            await using var owner = await house.VisitorAsync();
            await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
            await TenantPages.AddAsync(owner, "Acme", Slug);
            var log = Path.Combine(folder.FullName, "mail.log");
            await FollowAsync(owner, log);
            await AppendAsync(log, 1);
            await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
            File.Move(log, log + ".1");
            await AppendAsync(log, 2);
            await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(2, new() { Timeout = 60_000 });
            await owner.OpenAsync(new Uri(owner.Page.Url).AbsolutePath.TrimStart('/'));
            await Expect(owner.Page.Locator("[aria-labelledby=log-title] .facts")).Not.ToContainTextAsync("none seen yet");
            await owner.IsAccessibleAsync();
            owner.SawNothingWrong();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FollowAsync(Visitor owner, string log)
    {
        await owner.OpenAsync($"t/{Slug}/settings/sources");
        var form = owner.Page.Locator("[aria-labelledby=add-log-title]");
        await form.GetByLabel("Name").FillAsync("Postfix");
        await form.GetByLabel("Log").FillAsync("mail.log");
        await owner.ClickAsync("Follow the log");
        await Expect(form).ToContainTextAsync("not an absolute path");
        await owner.IsAccessibleAsync();
        await form.GetByLabel("Log").FillAsync(log);
        await owner.ClickAsync("Follow the log");
        await Expect(owner.Page.Locator("#log-title")).ToBeVisibleAsync();
    }

    private static Task AppendAsync(string log, int number) => File.AppendAllBytesAsync(
        log, new SampleLog().Refused(TimeProvider.System.GetUtcNow(), $"person{number}@example.test", $"m{number}@sender.test").ToBytes());
}
