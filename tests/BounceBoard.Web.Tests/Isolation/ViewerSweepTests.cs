using System.Net;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>
/// A viewer sees recipients masked. So no page, file or copy block open to one holds the local part of a recipient: not in the column for it, not in
/// the reply, not in the name of the file; and the raw mail, which holds it in full, is not there at all.
/// </summary>
[Collection(TwoTenantsHouse.Name)]
public sealed class ViewerSweepTests(TwoTenants house)
{
    [Fact]
    public async Task EveryOfferedLink_OfAViewer_HidesTheRecipient()
    {
        var pages = await Crawl.FromAsync(house.As("viewer"), $"/t/{house.A.Slug}");

        Assert.True(pages.Count > 10, $"Only {pages.Count} pages were reached.");
        Assert.All(pages, page => Assert.False(
            page.Value.Contains(house.A.Person, StringComparison.OrdinalIgnoreCase), $"{page.Key} shows a viewer the recipient."));
        Assert.Contains(pages, page => page.Value.Contains("a***", StringComparison.Ordinal));
    }

    [Fact]
    public async Task EveryOfferedLink_OfAnOperator_ShowsTheRecipient()
    {
        var pages = await Crawl.FromAsync(house.As("operator"), $"/t/{house.A.Slug}");

        Assert.Contains(pages, page => page.Value.Contains(house.A.Person, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RawEvidence_ForAViewer_IsNotThere()
    {
        using var answer = await house.As("viewer").GetAsync($"/t/{house.A.Slug}/evidence/{house.A.EvidenceId}/raw");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain(house.A.Person, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RawEvidence_ForAnOperator_IsAFileThatNoBrowserOpens()
    {
        using var answer = await house.As("operator").GetAsync($"/t/{house.A.Slug}/evidence/{house.A.EvidenceId}/raw");

        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.DoesNotContain(house.A.Canary, answer.Content.Headers.ContentDisposition?.FileName ?? "", StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains(house.A.Person, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    // Whoever may not see a recipient must not be able to ask either whether there is one.
    [Fact]
    public async Task Search_ForARecipientByAViewer_TellsNothing()
    {
        var hit = $"/t/{house.A.Slug}/evidence/{house.A.EvidenceId}\"";

        Assert.Equal((true, false), (await HitAsync("operator", house.A.Person), await HitAsync("operator", "nobody-at-all")));
        Assert.Equal(await HitAsync("viewer", "nobody-at-all"), await HitAsync("viewer", house.A.Person));

        async Task<bool> HitAsync(string who, string text) =>
            (await house.As(who).GetStringAsync($"/t/{house.A.Slug}/evidence?q={text}")).Contains(hit, StringComparison.Ordinal);
    }
}
