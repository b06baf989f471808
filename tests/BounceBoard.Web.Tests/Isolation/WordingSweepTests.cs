using System.Net;
using BounceBoard.Storage.Wordings;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>What one tenant's servers said stays with it; the owners' page sums, and names nobody.</summary>
[Collection(TwoTenantsHouse.Name)]
public sealed class WordingSweepTests(TwoTenants house)
{
    [Fact]
    public async Task NewRule_OfAForeignWording_IsNotThere()
    {
        var wordings = house.Host.Get<UnknownWordingReader>();
        var all = new WordingFilter(null, null, WordingSort.Refusals, 10, 0);
        var (own, foreign) = ((await wordings.ListAsync(house.A.Id, all, default))[0], (await wordings.ListAsync(house.B.Id, all, default))[0]);

        using var answer = await house.As("admin").GetAsync($"/t/{house.A.Slug}/settings/wordings/new?wording={foreign.Id}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(house.B.Canary, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("lodger moved out", await house.As("admin").GetStringAsync($"/t/{house.A.Slug}/settings/wordings/new?wording={own.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnersPage_OverAllTenants_NamesNoAddressNoHostAndNoTenant()
    {
        var page = await house.As("owner").GetStringAsync("/wordings");

        Assert.Contains("lodger moved out", page, StringComparison.Ordinal);
        Assert.All((FilledTenant[])[house.A, house.B], tenant =>
        {
            Assert.DoesNotContain(tenant.Person, page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"unknown-{tenant.Canary}", page, StringComparison.OrdinalIgnoreCase);
        });
    }
}
