using System.Text.RegularExpressions;
using BounceBoard.Browser.Tests.Hosts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Pages;

/// <summary>Tenants, their sending domains and their people.</summary>
internal static class TenantPages
{
    public static async Task AddAsync(Visitor owner, string name, string slug)
    {
        await owner.OpenAsync("tenants/new");
        await NameAsync(owner, name);
        await Expect(owner.Page.GetByLabel("Slug")).ToHaveValueAsync(slug);
        await owner.IsAccessibleAsync();
        await owner.ClickAsync("Add the tenant");
        await Expect(owner.Page).ToHaveURLAsync(new Regex($"/t/{slug}$"));
        await owner.IsAccessibleAsync();
    }

    // What is typed while the page is drawn once more is lost on a machine under load; a person would type it again, too.
    private static async Task NameAsync(Visitor owner, string name)
    {
        for (var tries = 0; tries < 10 && (await owner.Page.GetByLabel("Slug").InputValueAsync()).Length == 0; tries++)
        {
            await owner.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("");
            await owner.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
            await Task.Delay(500 * (tries + 1));
        }
    }

    public static async Task AddDomainAsync(Visitor visitor, string slug, string domain)
    {
        await visitor.OpenAsync($"t/{slug}/domains");
        await visitor.Page.GetByLabel("Domain you send from").FillAsync(domain);
        await visitor.ClickAsync("Add domain");
        await Expect(visitor.Page.GetByRole(AriaRole.Link, new() { Name = domain })).ToBeVisibleAsync();
        await visitor.IsAccessibleAsync();
    }

    /// <returns>The one-time link of the new person.</returns>
    public static async Task<string> InviteAsync(Visitor owner, string slug, string email)
    {
        await owner.OpenAsync($"t/{slug}/settings/people");
        await owner.Page.GetByLabel("Mail address").FillAsync(email);
        await owner.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Petra Person");
        await owner.Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Admin");
        await owner.ClickAsync("Add the person");
        await Expect(owner.Page.GetByText("Works once")).ToBeVisibleAsync();
        await owner.IsAccessibleAsync();
        var secret = (await owner.Page.Locator(".secret").InnerTextAsync()).Replace("\u200b", "", StringComparison.Ordinal);
        return Regex.Match(secret, @"http://\S+/link/\S+").Value;
    }
}
