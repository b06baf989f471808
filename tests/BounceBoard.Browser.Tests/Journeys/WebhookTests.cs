using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.Browser.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>From an empty list of sources to a mail service whose post is seen on the page that gave it the address.</summary>
public sealed partial class WebhookTests(House house) : IClassFixture<House>
{
    private const string Slug = "acme";

    [Fact]
    public async Task Webhook_MadeOnThePage_TakesPostsWithItsPasswordOnly()
    {
        Assert.SkipWhen(House.Missing is not null, House.Missing ?? "");
        await using var owner = await house.VisitorAsync();
        await SignInPages.CreateOwnerAsync(owner, await house.Host.SetUpLinkAsync(CancellationToken.None));
        await TenantPages.AddAsync(owner, "Acme", Slug);

        var password = await MakeAsync(owner);
        await owner.Page.GetByRole(AriaRole.Link, new() { Name = "Show the address" }).ClickAsync();
        var address = await owner.Page.Locator("[aria-labelledby=address-title] [data-copy]").First.GetAttributeAsync("data-copy") ?? "";
        await owner.IsAccessibleAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, "guessed"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, password));
        await Expect(owner.Page.Locator("table.data tbody tr")).ToHaveCountAsync(1);
        await Expect(owner.Page.Locator("[aria-labelledby=address-title] .facts")).ToContainTextAsync("1, refused");
        await owner.IsAccessibleAsync();
        owner.SawNothingWrong();
    }

    private static async Task<string> MakeAsync(Visitor owner)
    {
        await owner.OpenAsync($"t/{Slug}/settings/sources");
        var form = owner.Page.Locator("[aria-labelledby=add-webhook-title]");
        await form.GetByLabel("Name").FillAsync("Postmark events");
        await form.GetByLabel("Service").SelectOptionAsync("Postmark");
        await owner.IsAccessibleAsync();
        await owner.ClickAsync("Make the address");
        await Expect(form.Locator(".secret")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        var password = await form.Locator(".secret [data-copy]").GetAttributeAsync("data-copy") ?? "";
        Assert.Matches(Password(), password);
        return password;
    }

    private static async Task<HttpStatusCode> PostAsync(string address, string password)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(
                """{"RecordType":"Bounce","ID":1,"Type":"HardBounce","Email":"a@example.net","BouncedAt":"2026-05-16T08:00:00Z","Details":"550 5.7.1 relaying denied"}""",
                Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{password}")));
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$", RegexOptions.NonBacktracking)]
    private static partial Regex Password();
}
