using System.Text.RegularExpressions;
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
        await visitor.Page.GetByLabel("New password").FillAsync(Password);
        await visitor.ClickAsync("Create the owner");
        await Expect(visitor.Page).ToHaveTitleAsync(new Regex("Tenants"));
    }

    /// <summary>Follows a one-time link and sets the password.</summary>
    public static async Task RedeemAsync(Visitor visitor, string link)
    {
        Assert.Equal(200, await visitor.GoAsync(new Uri(link).PathAndQuery));
        await visitor.IsAccessibleAsync();
        await visitor.Page.GetByLabel("New password").FillAsync(Password);
        await visitor.ClickAsync("Set password and sign in");
        // Who works in one tenant only is led straight into it.
        await Expect(visitor.Page).ToHaveURLAsync(new Regex("^(?!.*/link/)"));
    }

    public static async Task SignInAsync(Visitor visitor, string email, string password)
    {
        await visitor.GoAsync("login");
        await visitor.Page.GetByLabel("Mail address").FillAsync(email);
        await visitor.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await visitor.ClickAsync("Sign in");
    }
}
