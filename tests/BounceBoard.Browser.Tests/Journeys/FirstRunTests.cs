using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From the line on the console to an owner who signs in again.</summary>
public sealed class FirstRunTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task SetUpLink_OnAFreshInstallation_MakesTheOwnerOnce()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        var link = await house.Host.SetUpLinkAsync(CancellationToken.None);
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, link);
        await Expect(owner.Page.GetByText("No tenants yet")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();

        await using var second = await house.VisitorAsync();
        Assert.Equal(410, await second.GoAsync(link.PathAndQuery));
        await Expect(second.Page.GetByText("This set-up link does not work")).ToBeVisibleAsync();

        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, "a wrong password 1");
        await Expect(second.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await second.IsAccessibleAsync();
        await SignInPages.SignInAsync(second, SignInPages.OwnerEmail, SignInPages.Password);
        await Expect(second.Page.GetByText("No tenants yet")).ToBeVisibleAsync();
        owner.SawNothingWrong();
        second.SawNothingWrong();
    }

    [Fact]
    public async Task Pages_WithoutSignIn_LeadToIt()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var stranger = await house.VisitorAsync();
        await stranger.GoAsync("tenants/new");
        Assert.Contains("/login", stranger.Page.Url, StringComparison.Ordinal);
        stranger.SawNothingWrong();
    }

    [Fact]
    public async Task Sheets_OfTheBuiltHost_HaveContent()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        using var http = new HttpClient { BaseAddress = house.Host.Address };
        foreach (var sheet in await Sheets.OfAsync(http))
        {
            Assert.True((await http.GetByteArrayAsync(sheet)).Length > 100, $"{sheet} is empty");
        }
    }
}
