using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>What the host answers to somebody without a session, at every address it has.</summary>
[Collection(TwoTenantsHouse.Name)]
public sealed partial class StrangerSweepTests(TwoTenants house)
{
    private static readonly HttpStatusCode[] Closed = [HttpStatusCode.Redirect, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed];

    [Fact]
    public void Routes_OfTheHost_AreFound()
    {
        var routes = RouteMap.Guarded(house.Host);

        Assert.Contains("t/{Slug}/evidence/{Id:long}", routes);
        Assert.Contains("t/{slug}/evidence/{id:long}/raw", routes);
        Assert.Contains("api/v1/t/{slug}/evidence", routes);
    }

    [Fact]
    public async Task Get_WithoutASession_OpensNothing()
    {
        foreach (var pattern in RouteMap.Guarded(house.Host))
        {
            var path = RouteMap.Fill(pattern, house.B.Values);
            using var answer = await house.Host.Stranger().GetAsync(path);

            Assert.True(Closed.Contains(answer.StatusCode), $"{path} answered a stranger {answer.StatusCode}.");
            Assert.True(answer.Headers.Location is not { } to || to.ToString().Contains("/login?returnUrl=", StringComparison.Ordinal), $"{path} led to {answer.Headers.Location}.");
            Assert.DoesNotContain(house.B.Canary + " ", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Post_WithoutSessionTokenOrAntiforgery_DoesNothing()
    {
        HttpStatusCode[] refused = [.. Closed, HttpStatusCode.BadRequest];
        foreach (var pattern in RouteMap.All(house.Host).Where(Acts))
        {
            var path = RouteMap.Fill(pattern, house.B.Values);
            using var answer = await house.Host.Stranger().PostAsync(path, new FormUrlEncodedContent([]));

            Assert.True(refused.Contains(answer.StatusCode), $"POST {path} answered a stranger {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task Post_OfAnOwnerWithoutAntiforgery_DoesNothing()
    {
        HttpStatusCode[] refused = [HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed];
        // The transport of a circuit is opened by a signed circuit id, not by a form.
        foreach (var pattern in RouteMap.All(house.Host).Where(Acts).Where(pattern => !pattern.StartsWith("_blazor", StringComparison.Ordinal)))
        {
            var path = RouteMap.Fill(pattern, house.A.Values);
            using var answer = await house.As("owner").PostAsync(path, new FormUrlEncodedContent([]));

            Assert.True(refused.Contains(answer.StatusCode), $"POST {path} answered {answer.StatusCode} without an antiforgery token.");
        }
    }

    [Fact]
    public async Task Answer_OfEveryRoute_CarriesThePolicyAndNoInlineScript()
    {
        foreach (var path in RouteMap.All(house.Host).Select(pattern => RouteMap.Fill(pattern, house.A.Values)))
        {
            using var answer = await house.As("owner").GetAsync(path);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            var scripts = policy.Split(';').Single(part => part.Trim().StartsWith("script-src", StringComparison.Ordinal));

            Assert.Equal("script-src 'self'", scripts.Trim());
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                Assert.DoesNotMatch(InlineScript(), await answer.Content.ReadAsStringAsync());
            }
        }
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/t/tenant-a/incidents")]
    [InlineData("/nothing-here")]
    public async Task Answer_ToAForgedHost_DoesNotRepeatIt(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        using var answer = await house.Host.Stranger().SendAsync(request);

        Assert.DoesNotContain("evil.example", $"{answer.Headers.Location}", StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // The watchdog's word is the same for every method.
    private static bool Acts(string pattern) => !pattern.StartsWith("health/", StringComparison.Ordinal);

    [GeneratedRegex("""<script(>|\s+type="[^"]*">)|\son(click|load|error|change|submit)=|javascript:""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();
}
