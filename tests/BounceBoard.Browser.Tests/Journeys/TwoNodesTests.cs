using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>Two nodes are one house: who signs in at one is known at the other, what one learns the other's open pages show.</summary>
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Slug = "acme";

    [Fact]
    public async Task Nodes_OnOneDatabase_AreOneHouseAndEachIsEnough()
    {
        Assert.SkipWhen(TwoNodes.Missing is not null, TwoNodes.Missing ?? "");
        await using var owner = await nodes.VisitorAsync(nodes.A.Address);
        // B printed the link, A takes it.
        await SignInPages.CreateOwnerAsync(owner, await nodes.B.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);

        // Cookies know no ports: the browser shows A's cookie to B.
        owner.MoveTo(nodes.B.Address);
        await owner.OpenAsync($"t/{Slug}/incidents");
        var rows = owner.Page.Locator("table.incidents tbody tr");
        await Expect(rows).ToHaveCountAsync(0);
        await using var second = await nodes.VisitorAsync(nodes.A.Address);
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        await Expect(second.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^(?!.*/login)"));
        await UploadAsync(second, "first.eml", "jane@example.net");
        await Expect(rows).ToHaveCountAsync(1);

        await LinkWorksOnceAsync(second);
        await GoesOnWithoutAAsync(owner);
        owner.SawNothingWrong();
    }

    private async Task LinkWorksOnceAsync(Visitor ownerAtA)
    {
        var link = await TenantPages.InviteAsync(ownerAtA, Slug, "petra@acme.test");
        await using var petra = await nodes.VisitorAsync(nodes.B.Address);
        await SignInPages.RedeemAsync(petra, link);
        Assert.Equal(200, await petra.GoAsync($"t/{Slug}"));
        foreach (var node in new[] { nodes.A, nodes.B })
        {
            await using var thief = await nodes.VisitorAsync(node.Address);
            Assert.Equal(410, await thief.GoAsync(new Uri(link).PathAndQuery));
        }
        petra.SawNothingWrong();
    }

    private async Task GoesOnWithoutAAsync(Visitor ownerAtB)
    {
        await nodes.A.KillAsync(CancellationToken.None);
        await UploadAsync(ownerAtB, "later.eml", "john@example.net");
        await ownerAtB.OpenAsync($"t/{Slug}/incidents/1");
        await Expect(ownerAtB.Page.Locator("main")).ToContainTextAsync("2 refusals of 2 people");
    }

    private static Task UploadAsync(Visitor visitor, string name, string recipient) =>
        IncidentPages.UploadAsync(visitor, Slug, name, RefusedMail.Write(recipient, "mx.example.net", "203.0.113.50", DateTimeOffset.UtcNow.AddMinutes(-1)));
}
