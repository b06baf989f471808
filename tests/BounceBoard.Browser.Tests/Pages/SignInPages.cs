using BounceBoard.Browser.Tests.Hosts;
using static Microsoft.Playwright.Assertions;

namespace BounceBoard.Browser.Tests.Pages;

/// <summary>Set-up, sign-in and sign-out as a person does them.</summary>
internal static class SignInPages
{
    public const string OwnerEmail = "owner@msp.test";
    public const string Password = "correct horse battery 7";

    public static async Task CreateOwnerAsync(Visitor visitor, Uri setUpLink)
    {
        Assert.Equal(200, await visitor.GoAsync(setUpLink.PathAndQuery));
        await visitor.IsAccessibleAsync();
        await visitor.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Olivia Owner");
        await visitor.Page.GetByLabel("Mail address").FillAsync(OwnerEmail);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Create the owner" }).ClickAsync();
        await Expect(visitor.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("Tenants"));
    }

    public static async Task SignInAsync(Visitor visitor, string email, string password)
    {
        await visitor.GoAsync("login");
        await visitor.Page.GetByLabel("Mail address").FillAsync(email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
