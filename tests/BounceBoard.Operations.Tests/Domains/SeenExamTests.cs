using System.Net;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Domains;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>An examination looks at what the bounces of the tenant name.</summary>
public sealed class SeenExamTests
{
    private const string KeyName = "s7._domainkey.example.net";

    [Fact]
    public async Task NowAsync_SelectorsThatSignedBouncedMail_AreAskedFor()
    {
        await using var made = await ExamHouse.OpenAsync();
        made.Exam[KeyName] = "v=DKIM1; k=rsa; p=";
        await SeeAsync(made, made.Tenant, Way(made) with { DkimSelector = "s7", Verified = true }, Way(made) with { DkimSelector = "maybe" });
        await SeeAsync(made, await made.House.TenantAsync("other"), Way(made) with { DkimSelector = "theirs", Verified = true });
        await made.NowAsync();

        var selectors = (await made.ViewAsync()).Health!.Facts.Selectors.Where(selector => selector.Origin == SelectorOrigin.Seen);
        Assert.Equal([("s7", made.House.Time.GetUtcNow()), ("maybe", (DateTimeOffset?)null)], selectors.Select(selector => (selector.Selector, selector.LastSeen)));
    }

    [Fact]
    public async Task NowAsync_SelectorOnlyAForgedBounceNames_IsNoIssue()
    {
        await using var made = await ExamHouse.OpenAsync();
        await SeeAsync(made, made.Tenant, Way(made) with { DkimSelector = "maybe" }, Way(made) with { SendingIp = IPAddress.Parse("203.0.113.9") });
        await made.NowAsync();

        var view = await made.ViewAsync();
        Assert.DoesNotContain(view.Issues, issue => issue.Subject == "maybe");
        Assert.Empty(view.Health!.Facts.SendingHosts);
        Assert.Empty(view.Health.Facts.SeenSenders);
    }

    [Fact]
    public async Task NowAsync_SameWaySeenOnceMore_IsNoNewExamination()
    {
        await using var made = await ExamHouse.OpenAsync();
        await SeeAsync(made, made.Tenant, Way(made) with { DkimSelector = "s7", Verified = true, EnvelopeDomain = "bounce.example.net" });
        var first = await made.NowAsync();
        made.House.Time.Advance(TimeSpan.FromMinutes(5));
        await SeeAsync(made, made.Tenant, Way(made) with { DkimSelector = "s7", Verified = true, EnvelopeDomain = "bounce.example.net" });
        Assert.Equal(first.Id, (await made.NowAsync()).Id);
    }

    [Fact]
    public async Task NowAsync_SubdomainThatSends_IsAnIssueUntilItIsAdded()
    {
        await using var made = await ExamHouse.OpenAsync();
        await SeeAsync(made, made.Tenant, Way(made) with { AuthorDomain = "news.example.net", DkimDomain = "", Verified = true });
        await made.NowAsync();
        Assert.Contains((await made.ViewAsync()).Issues, issue => issue.Key == "subdomain-unmanaged:news.example.net");
    }

    private static SeenSenderRow Way(ExamHouse made) =>
        new() { DkimDomain = "example.net", AuthorDomain = "example.net", Reports = 1, LastAt = made.House.Time.GetUtcNow() };

    private static Task SeeAsync(ExamHouse made, TenantId tenant, params SeenSenderRow[] rows) =>
        made.House.Database.WriteAsync(transaction => made.House.Get<SeenSenderWriter>().AddAsync(tenant, rows, transaction, default), default);
}
