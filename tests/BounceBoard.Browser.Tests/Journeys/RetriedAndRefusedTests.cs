using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using BounceBoard.TestKit.Smtp;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>The refused twin: the sample comes back, the batch is halted, and nobody but the tested recipients is named for suppression.</summary>
public sealed class RetriedAndRefusedTests(House house) : IClassFixture<House>
{
    private const int Sample = 5;

    [Fact]
    public async Task Sample_RefusedAgain_SuppressesTheTestedOnly()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        using var relay = new SmtpSink();
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await owner.OpenAsync("");
        await owner.ClickAsync("Load sample data");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/demo$"), new() { Timeout = 60_000 });

        await RetryPages.AddRouteAsync(owner, "demo", relay.Port, "sender.example");
        await RetryPages.RequestSampleAsync(owner, "demo", "bigmail");
        await RetryPages.ApproveAsync(owner, Sample);
        await RetryPages.SentAsync(owner, relay, Sample);

        await using var second = await house.VisitorAsync();
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        var log = RelayLog.Of(
            relay, "bigmail.example",
            recipient => $"dsn=5.1.1, status=bounced (host mx1.bigmail-servers.test[198.51.100.51] said: 550 5.1.1 <{recipient}>: User unknown (in reply to RCPT TO command))");
        await IncidentPages.UploadAsync(second, "demo", "relay.log", log);
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("halted");
        await owner.IsAccessibleAsync();

        await owner.OpenAsync("t/demo/suppressions?state=suggested");
        var suggested = owner.Page.Locator("table.data tbody tr", new() { HasText = "bigmail.example" });
        await Expect(suggested).ToHaveCountAsync(Sample);
        owner.SawNothingWrong();
    }
}
