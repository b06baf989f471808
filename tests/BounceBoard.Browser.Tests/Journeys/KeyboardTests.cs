using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From the list to a note by keys alone.</summary>
public sealed class KeyboardTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Incident_ByKeyboardAlone_IsSeenAcknowledgedAndNoted()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", "acme");
        var mail = RefusedMail.Write("jane@example.net", "old.example.net", "203.0.113.50", DateTimeOffset.UtcNow.AddMinutes(-5));
        await IncidentPages.UploadAsync(owner, "acme", "bounce.eml", mail);

        await owner.OpenAsync("t/acme/incidents");
        var row = owner.Page.Locator("table.incidents tbody tr").First;
        await Expect(row).ToBeVisibleAsync();
        await SelectsByKeyAsync(owner, row);
        await owner.Page.Keyboard.PressAsync("Enter");
        await StandsOnTheFirstScreenAsync(owner, ".verdict-panel .verdict.large", ".verdict-panel .why li", "#endpoint-title");
        await owner.IsAccessibleAsync();

        await TabToAsync(owner, "Acknowledge");
        await owner.Page.Keyboard.PressAsync("Enter");
        await Expect(owner.Page.Locator(".work")).ToContainTextAsync("Acknowledged by");
        await TabToAsync(owner, "Notes");
        await owner.Page.Keyboard.PressAsync("Enter");
        await Expect(owner.Page.Locator("#note")).ToBeVisibleAsync();
        await TabToAsync(owner, "note");
        await owner.Page.Keyboard.TypeAsync("Asked their postmaster.");
        await TabToAsync(owner, "Add note");
        await owner.Page.Keyboard.PressAsync("Enter");
        await Expect(owner.Page.Locator(".notes .said")).ToHaveTextAsync("Asked their postmaster.");
        await owner.IsAccessibleAsync();
        owner.SawNothingWrong();
    }

    private static async Task SelectsByKeyAsync(Visitor owner, ILocator row)
    {
        await owner.Page.Keyboard.PressAsync("j");
        await Expect(row.Locator("a.row-link")).ToBeFocusedAsync();
        await owner.Page.Keyboard.PressAsync("x");
        await Expect(owner.Page.Locator(".bulk")).ToContainTextAsync("1 incident chosen");
        await owner.IsAccessibleAsync();
        await owner.Page.Keyboard.PressAsync("x");
        await Expect(owner.Page.Locator(".bulk")).ToHaveCountAsync(0);
        await Expect(row.Locator("a.row-link")).ToBeFocusedAsync();
    }

    private static async Task StandsOnTheFirstScreenAsync(Visitor owner, params string[] places)
    {
        foreach (var place in places)
        {
            await Expect(owner.Page.Locator(place).First).ToBeInViewportAsync();
        }
    }

    // As a person does: forward until the control of that name, or id, has the focus.
    private static async Task TabToAsync(Visitor owner, string name)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            await owner.Page.Keyboard.PressAsync("Tab");
            if (await owner.Page.EvaluateAsync<bool>("name => [document.activeElement.textContent.trim(), document.activeElement.id].includes(name)", name))
            {
                return;
            }
        }
        Assert.Fail($"No key reaches '{name}'.");
    }
}
