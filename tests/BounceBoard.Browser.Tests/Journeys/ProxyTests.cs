using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>Two nodes behind the proxy of README.md: a browser stays at its node, and when that one dies its open page goes on at the other.</summary>
public sealed class ProxyTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Slug = "acme";

    [Fact]
    public async Task OpenPage_WhoseNodeDies_GoesOnAtTheOther()
    {
        Assert.SkipWhen((TwoNodes.Missing ?? Nginx.Missing) is not null, TwoNodes.Missing ?? Nginx.Missing ?? "");
        await using var proxy = await Nginx.StartAsync(nodes.A.Address, nodes.B.Address, CancellationToken.None);
        await using var owner = await nodes.VisitorAsync(proxy.Address);
        await SignInPages.CreateOwnerAsync(owner, await nodes.B.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);
        await owner.OpenAsync($"t/{Slug}/incidents");
        owner.SawNothingWrong();
        var rows = owner.Page.Locator("table.incidents tbody tr");
        await Expect(rows).ToHaveCountAsync(0);

        var (dying, living) = await NodeOfAsync(owner) == "a" ? (nodes.A, nodes.B) : (nodes.B, nodes.A);
        await dying.KillAsync(CancellationToken.None);

        await using var second = await nodes.VisitorAsync(living.Address);
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        await Expect(second.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^(?!.*/login)"));
        var mail = RefusedMail.Write("jane@example.net", "mx.example.net", "203.0.113.50", DateTimeOffset.UtcNow.AddMinutes(-1));
        await IncidentPages.UploadAsync(second, Slug, "later.eml", mail);
        // Nobody touched the page: it found its way by itself.
        await Expect(rows).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        second.SawNothingWrong();
    }

    private static async Task<string> NodeOfAsync(Visitor visitor)
    {
        var cookies = await visitor.Page.Context.CookiesAsync();
        return Assert.Single(cookies, cookie => cookie.Name == "bounceboard_node").Value;
    }
}
