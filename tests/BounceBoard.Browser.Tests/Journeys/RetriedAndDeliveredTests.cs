using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using BounceBoard.TestKit.Smtp;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From an incident to an approved sample, to its outcome in the relay's log, to a confirmed verdict.</summary>
public sealed class RetriedAndDeliveredTests(House house) : IClassFixture<House>
{
    private const int Sample = 5;

    [Fact]
    public async Task Sample_Delivered_ConfirmsRetry()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        using var relay = new SmtpSink();
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await owner.OpenAsync("");
        await owner.ClickAsync("Load sample data");
        await Expect(owner.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/t/demo$"), new() { Timeout = 60_000 });

        await RetryPages.AddRouteAsync(owner, "demo", relay.Port, "sender.example");
        var incident = await RetryPages.RequestSampleAsync(owner, "demo", "bigmail");
        await RetryPages.ApproveAsync(owner, Sample);
        await RetryPages.SentAsync(owner, relay, Sample);

        await using var second = await house.VisitorAsync();
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        var log = RelayLog.Of(relay, "bigmail.example", "mx1.bigmail-servers.test[198.51.100.51]:25", _ => "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9)");
        await IncidentPages.UploadAsync(second, "demo", "relay.log", log);
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("completed");
        await owner.IsAccessibleAsync();

        await owner.OpenAsync(incident);
        await Expect(IncidentPages.Verdict(owner)).ToContainTextAsync("Retry, confidence high");
        await Expect(IncidentPages.Verdict(owner)).ToContainTextAsync("A controlled retry was delivered since");
        owner.SawNothingWrong();
    }
}
