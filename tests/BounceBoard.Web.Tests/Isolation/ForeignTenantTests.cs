using System.Net;
using System.Net.Http.Headers;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>A person or a token of one tenant asks for what another tenant has: from outside it looks as if it were not there.</summary>
[Collection(TwoTenantsHouse.Name)]
public sealed class ForeignTenantTests(TwoTenants house)
{
    [Theory]
    [InlineData("admin")]
    [InlineData("technician")]
    [InlineData("viewer")]
    public async Task Get_OfAnotherTenant_IsNotFoundAndSaysNothing(string who)
    {
        foreach (var path in Pages().Select(pattern => RouteMap.Fill(pattern, house.B.Values)))
        {
            await AssertNotThereAsync(who, path);
        }
    }

    [Fact]
    public async Task Get_OfTheOwnTenantWithForeignIds_IsNotFoundAndSaysNothing()
    {
        var mixed = new Dictionary<string, string>(house.B.Values, StringComparer.OrdinalIgnoreCase) { ["slug"] = house.A.Slug };
        foreach (var pattern in Pages().Where(RouteMap.NamesAThing))
        {
            await AssertNotThereAsync("admin", RouteMap.Fill(pattern, mixed));
        }
    }

    [Theory]
    [InlineData("refusals")]
    [InlineData("in-common")]
    [InlineData("mx-timeline")]
    [InlineData("history")]
    [InlineData("evidence")]
    [InlineData("notes")]
    [InlineData("packet")]
    [InlineData("retry")]
    public async Task Query_WithForeignIds_FindsNothingForeign(string tab)
    {
        var address = $"?tab={tab}&refusal={house.B.RefusalId}&before={long.MaxValue}&from=0";

        var own = await house.As("admin").GetStringAsync($"/t/{house.A.Slug}/incidents/{house.A.Number}{address}");
        var foreign = await house.As("b-admin").GetStringAsync($"/t/{house.B.Slug}/incidents/{house.B.Number}{address}");

        Assert.DoesNotContain(house.B.Canary, own, StringComparison.OrdinalIgnoreCase);
        // The canary would be seen: its own people see it.
        Assert.Contains(house.B.Canary, foreign, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task EveryOfferedLink_OfTheOwnTenant_HoldsNothingForeign()
    {
        var own = await Crawl.FromAsync(house.As("admin"), $"/t/{house.A.Slug}");
        var foreign = await Crawl.FromAsync(house.As("b-admin"), $"/t/{house.B.Slug}");

        Assert.True(own.Count > 15, $"Only {own.Count} pages were reached.");
        Assert.All(own, page => Assert.DoesNotContain(house.B.Canary, page.Value, StringComparison.OrdinalIgnoreCase));
        Assert.All(foreign, page => Assert.DoesNotContain(house.A.Canary, page.Value, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(foreign, page => page.Value.Contains(house.B.Person, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/msp")]
    public async Task TenantList_OfATechnician_NamesOwnTenantsOnly(string path)
    {
        var page = await house.As("technician").GetStringAsync(path);

        Assert.Contains(house.A.Slug, page, StringComparison.Ordinal);
        Assert.DoesNotContain(house.B.Slug, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_AtAnotherTenant_IsNotFound()
    {
        foreach (var pattern in RouteMap.All(house.Host).Where(pattern => pattern.StartsWith("api/", StringComparison.Ordinal)))
        {
            var answers = new List<HttpStatusCode>();
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
            {
                using var request = new HttpRequestMessage(method, RouteMap.Fill(pattern, house.B.Values));
                request.Content = method == HttpMethod.Post ? new StringContent("x") : null;
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", house.A.Token);
                using var answer = await house.Host.Stranger().SendAsync(request);

                answers.Add(answer.StatusCode);
                Assert.DoesNotContain(house.B.Canary, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            }
            // The method that the route has; the other one is none of its.
            Assert.Contains(HttpStatusCode.NotFound, answers);
            Assert.DoesNotContain(answers, answer => answer is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed));
        }
    }

    [Fact]
    public async Task Api_WithASessionInsteadOfAToken_Is401()
    {
        using var answer = await house.As("owner").PostAsync($"/api/v1/t/{house.A.Slug}/evidence", new StringContent("x"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private IEnumerable<string> Pages() =>
        RouteMap.All(house.Host).Where(pattern => RouteMap.IsOfATenant(pattern) && !pattern.StartsWith("api/", StringComparison.Ordinal));

    private async Task AssertNotThereAsync(string who, string path)
    {
        using var answer = await house.As(who).GetAsync(path);

        Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{path} answered {who} {answer.StatusCode}.");
        Assert.DoesNotContain(house.B.Canary, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
