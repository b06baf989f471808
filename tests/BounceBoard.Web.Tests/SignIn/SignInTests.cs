using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.SignIn;

public sealed class SignInTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/msp", "/msp")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("/login", "/")]
    public async Task SignIn_Good_GoesToALocalPageOnly(string returnUrl, string expected)
    {
        var name = $"return-{Guid.NewGuid():N}";
        await host.PersonAsync(name, InstallationRole.Owner);

        var answer = await WebHost.SignInAsync(host.Stranger(), $"{name}@msp.example", WebHost.Password, returnUrl);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(expected, answer.Headers.Location?.OriginalString.Replace("http://localhost", "", StringComparison.Ordinal));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("bounceboard=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignIn_WrongPasswordOrUnknownAddress_SaysTheSame()
    {
        await host.PersonAsync("known", InstallationRole.Owner);

        var wrong = await WebHost.SignInAsync(host.Stranger(), "known@msp.example", "not the password", "/");
        var unknown = await WebHost.SignInAsync(host.Stranger(), "nobody@msp.example", "not the password", "/");

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Contains("Address or password is wrong", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Address or password is wrong", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksAndNamesTheTime()
    {
        await host.PersonAsync("locked", InstallationRole.Owner);
        var client = host.Stranger();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await WebHost.SignInAsync(client, "locked@msp.example", "wrong wrong wrong", "/");
        }

        var answer = await WebHost.SignInAsync(client, "locked@msp.example", WebHost.Password, "/");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Matches(@"works again at \d\d:\d\d UTC", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/setup/some-token")]
    public async Task Form_WithoutAntiforgeryToken_IsRefused(string path)
    {
        var answer = await host.Stranger().PostAsync(path, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "login" }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_WithoutAntiforgeryToken_KeepsTheSession()
    {
        await host.PersonAsync("stays", InstallationRole.Owner);
        var client = await host.SignedInAsync("stays@msp.example");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/logout", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/msp")).StatusCode);
    }

    [Fact]
    public async Task SetupLink_Unknown_IsGone() =>
        Assert.Equal(HttpStatusCode.Gone, (await host.Stranger().GetAsync("/setup/guessed")).StatusCode);
}
