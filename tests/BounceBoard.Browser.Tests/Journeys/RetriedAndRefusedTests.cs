using System.Globalization;
using System.Text;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using BounceBoard.TestKit.Smtp;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>The refused twin: the sample comes back, the batch is halted, and nobody but the tested recipients is named for suppression.</summary>
public sealed class RetriedAndRefusedTests(House house) : IClassFixture<House>
{
    private const int Sample = 2;
    private const string Mx = "mx1.example.net[198.51.100.7]:25";

    private static readonly string[] Zone =
    [
        "example.net. 300 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 198.51.100.7",
        "acme.test. 300 IN MX 10 mx.acme.test.", "mx.acme.test. 300 IN A 192.0.2.25", "acme.test. 300 IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"",
    ];

    [Fact]
    public async Task Sample_RefusedAgain_SuppressesTheTestedOnly()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await house.Names.PublishAsync(Zone, CancellationToken.None);
        using var relay = new SmtpSink();
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", "acme");
        await TenantPages.AddDomainAsync(owner, "acme", "acme.test");
        // Only a refusal of which DNS is known at its time counts against an address: the first one has it looked at.
        await IncidentPages.UploadAsync(owner, "acme", "first.log", Refused(DateTime.UtcNow.AddHours(-1), people: 1, readers: 20));
        await IncidentPages.OpenFirstAsync(owner, "acme");
        await IncidentPages.CheckAgainAsync(owner, "example.net", "Looked at");
        await IncidentPages.UploadAsync(owner, "acme", "mail.log", Refused(DateTime.UtcNow, people: 2, readers: 0));
        // Somebody whose mailbox is called unknown, and who is not tested: a day of grace is not over.
        await IncidentPages.UploadAsync(owner, "acme", "gone.log", Gone());
        await owner.OpenAsync("t/acme/incidents/1");
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("2 people");
        await Expect(IncidentPages.Verdict(owner)).ToContainTextAsync("Investigate");

        await RetryPages.AddRouteAsync(owner, "acme", relay.Port, "acme.test");
        await RetryPages.RequestSampleAsync(owner, "acme", "Relay refusals");
        await RetryPages.ApproveAsync(owner, Sample);
        await RetryPages.SentAsync(owner, relay, Sample);

        await using var second = await house.VisitorAsync();
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        var log = RelayLog.Of(
            relay, "example.net", Mx,
            recipient => $"dsn=5.7.1, status=bounced (host mx1.example.net[198.51.100.7] said: 550 5.7.1 <{recipient}>: relaying denied (in reply to RCPT TO command))");
        await IncidentPages.UploadAsync(second, "acme", "relay.log", log);
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("halted");
        await owner.IsAccessibleAsync();

        await owner.OpenAsync("t/acme/incidents/1");
        await Expect(IncidentPages.Verdict(owner)).ToContainTextAsync("Suppress, confidence high");
        await owner.OpenAsync("t/acme/suppressions?state=suggested");
        await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(Sample);
        owner.SawNothingWrong();
    }

    private static byte[] Gone() => Encoding.ASCII.GetBytes(RelayLog.Attempt(
        DateTime.UtcNow, "gone-1@acme.test", "news@acme.test", "gone@example.net", Mx,
        "dsn=5.1.1, status=bounced (host mx1.example.net[198.51.100.7] said: 550 5.1.1 <gone@example.net>: User unknown (in reply to RCPT TO command))", 900));

    // People whom their own MX refuses with relay words while it takes the mail of others.
    private static byte[] Refused(DateTime at, int people, int readers)
    {
        var log = new StringBuilder();
        for (var i = 0; i < people + readers; i++)
        {
            var (to, said) = i < people
                ? ($"person{i}@example.net", $"dsn=5.7.1, status=bounced (host mx1.example.net[198.51.100.7] said: 550 5.7.1 <person{i}@example.net>: relaying denied (in reply to RCPT TO command))")
                : ($"reader{i}@example.net", "dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9)");
            log.Append(RelayLog.Attempt(at, string.Create(CultureInfo.InvariantCulture, $"first-{at.Ticks}-{i}@acme.test"), "news@acme.test", to, Mx, said, (people * 100) + i));
        }
        return Encoding.ASCII.GetBytes(log.ToString());
    }
}
