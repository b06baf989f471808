using System.Net;
using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Web.Tests.Hosting;

public sealed class HostTests(WebHost host) : IClassFixture<WebHost>
{
    [Theory]
    [InlineData("/theme.css")]
    [InlineData("/css/tokens.css")]
    [InlineData("/css/base.css")]
    [InlineData("/css/shell.css")]
    [InlineData("/css/tables.css")]
    [InlineData("/css/components.css")]
    [InlineData("/css/forms.css")]
    [InlineData("/js/app.js")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    public async Task Asset_Anonymous_HasContent(string path)
    {
        var answer = await host.Stranger().GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 100);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/nothing-here")]
    [InlineData("/css/base.css")]
    [InlineData("/health/live")]
    public async Task Answer_Always_CarriesThePolicy(string path)
    {
        var answer = await host.Stranger().GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
    }

    [Fact]
    public async Task Page_Always_HasNoInlineScript()
    {
        var page = await host.Stranger().GetStringAsync("/login");

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_Running_IsHealthy(string path) =>
        Assert.Equal("Healthy", await host.Stranger().GetStringAsync(path));

    [Theory]
    [InlineData("/")]
    [InlineData("/users")]
    [InlineData("/audit")]
    [InlineData("/tenants/new")]
    [InlineData("/t/anything/settings/people")]
    public async Task Page_Anonymous_LeadsToSignIn(string path)
    {
        var answer = await host.Stranger().GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/login?returnUrl=", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_Unknown_IsNotFoundWithWords()
    {
        var answer = await host.Stranger().GetAsync("/nothing-here");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Nothing here", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task JobDashboard_ForAnyoneButOwners_IsNotThere()
    {
        await host.PersonAsync("dash-owner", InstallationRole.Owner);
        await host.PersonAsync("dash-tech", InstallationRole.Technician);
        var (owner, technician) = (await host.SignedInAsync("dash-owner@msp.example"), await host.SignedInAsync("dash-tech@msp.example"));

        Assert.Equal(HttpStatusCode.NotFound, (await host.Stranger().GetAsync("/hangfire")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await technician.GetAsync("/hangfire/recurring")).StatusCode);
        var answer = await owner.GetAsync("/hangfire/recurring");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("refresh-mx", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
