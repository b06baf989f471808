using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>The whole way: a bounce from a server that is not the domain's MX becomes a verdict, and the verdict moves when DNS does.</summary>
public sealed class WrongMxTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";
    private const string Refusing = "203.0.113.50";
    private const string Recipient = "jane@example.net";

    private static readonly string[] MxElsewhere =
    [
        "example.net. 300 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 198.51.100.7", "old.example.net. 300 IN A 203.0.113.50",
        "acme.test. 300 IN MX 10 mx.acme.test.", "mx.acme.test. 300 IN A 192.0.2.25", "acme.test. 300 IN TXT \"v=spf1 ip4:192.0.2.0/24 -all\"",
    ];

    private static readonly string[] MxIsTheRefusingServer = [.. MxElsewhere.Skip(2), "example.net. 300 IN MX 10 old.example.net."];

    [Fact]
    public async Task Bounce_RefusedByAForeignServer_IsWrongMxUntilTheZoneSaysOtherwise()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await house.Names.PublishAsync(MxElsewhere, CancellationToken.None);
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);
        await TenantPages.AddDomainAsync(owner, Slug, "acme.test");

        await IncidentPages.UploadAsync(owner, Slug, "bounce.eml", Bounce(Recipient, DateTimeOffset.UtcNow.AddMinutes(-5)));
        await IncidentPages.OpenFirstAsync(owner, Slug);
        await IncidentPages.CheckAgainAsync(owner, "example.net", "Looked at");
        await IsWrongMxAsync(owner);
        await MovesWithTheZoneAsync(owner);
        await IsHiddenFromOthersAsync(owner);
        owner.SawNothingWrong();
    }

    private static async Task IsWrongMxAsync(Visitor owner)
    {
        var verdict = IncidentPages.Verdict(owner);
        await Expect(verdict).ToContainTextAsync("Investigate");
        await Expect(verdict).ToContainTextAsync("Wrong MX");
        await Expect(verdict).ToContainTextAsync(Refusing);
        await Expect(IncidentPages.Resolvers(owner)).ToContainTextAsync("mx1.example.net");
        await Expect(IncidentPages.Resolvers(owner).GetByText("not in MX")).ToHaveCountAsync(2);
        await owner.IsAccessibleAsync();
    }

    // The owner's page stays open and is not touched; what happens, happens in another window.
    private async Task MovesWithTheZoneAsync(Visitor owner)
    {
        await using var second = await house.VisitorAsync();
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        await Expect(second.Page.GetByRole(AriaRole.Link, new() { Name = "Acme" }).First).ToBeVisibleAsync();
        await IncidentPages.UploadAsync(second, Slug, "later.eml", Bounce("john@example.net", DateTimeOffset.UtcNow));
        await Expect(owner.Page.Locator("main")).ToContainTextAsync("2 refusals of 2 people");

        await house.Names.PublishAsync(MxIsTheRefusingServer, CancellationToken.None);
        await second.OpenAsync($"t/{Slug}/incidents/1");
        // The job that asks DNS each minute may have been faster; then nothing is new to the person who asks.
        await second.ClickAsync("Check example.net again now");
        await Expect(second.Page.GetByText(new Regex("verdict moved from Investigate to Retry|nothing changed since"))).ToBeVisibleAsync();
        await Expect(IncidentPages.Verdict(owner)).ToContainTextAsync("Retry, confidence");
        await Expect(IncidentPages.Resolvers(owner)).ToContainTextAsync("old.example.net");
        await Expect(IncidentPages.Resolvers(owner).GetByText("in MX", new() { Exact = true })).ToHaveCountAsync(2);
        second.SawNothingWrong();
    }

    private static byte[] Bounce(string recipient, DateTimeOffset at) => RefusedMail.Write(recipient, "old.example.net", Refusing, at);

    private async Task IsHiddenFromOthersAsync(Visitor owner)
    {
        var addresses = owner.Visited.Where(path => path.StartsWith($"/t/{Slug}", StringComparison.Ordinal)).Append($"/t/{Slug}/domains/acme.test").ToList();
        Assert.Contains($"/t/{Slug}/incidents/1", addresses);
        await TenantPages.AddAsync(owner, "Other", "other");
        var link = await TenantPages.InviteAsync(owner, "other", "petra@other.test");
        await using var petra = await house.VisitorAsync();
        await SignInPages.RedeemAsync(petra, link);
        Assert.Equal(200, await petra.GoAsync("t/other"));
        foreach (var address in addresses)
        {
            Assert.Equal((address, 404), (address, await petra.GoAsync(address)));
            Assert.DoesNotContain(Recipient, await petra.Page.ContentAsync(), StringComparison.Ordinal);
        }
        petra.SawNothingWrong();
    }
}
