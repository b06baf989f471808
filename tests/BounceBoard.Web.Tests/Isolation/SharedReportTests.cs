using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using BounceBoard.Core.Addresses;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>A link to a report opens one domain of one tenant; whoever holds anything else reads the same words, whatever is wrong with it.</summary>
[Collection(TwoTenantsHouse.Name)]
public sealed partial class SharedReportTests(TwoTenants house)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    [Fact]
    public async Task Report_OfOneTenant_ShowsItsDomainAndNothingElse()
    {
        foreach (var (own, foreign) in ((FilledTenant, FilledTenant)[])[(house.A, house.B), (house.B, house.A)])
        {
            using var answer = await house.Host.Stranger().GetAsync($"/r/{own.Report}");
            var page = await answer.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains(own.Domain, page, StringComparison.Ordinal);
            Assert.Contains($"{own.Canary}-spf.test", page, StringComparison.Ordinal);
            Assert.DoesNotContain(foreign.Canary, page, StringComparison.OrdinalIgnoreCase);
            // Neither who works on it, nor a way into the house.
            Assert.DoesNotContain($"{own.Canary}@msp.example", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"/t/{own.Slug}", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("no-store", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
            Assert.Contains("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Report_OfWhateverIsNoLiveLink_AnswersAlike()
    {
        var (revoked, expired, removed) = (await ShareAsync("revoked-link.test"), await ShareAsync("expired-link.test"), await ShareAsync("removed-link.test"));
        WebHost.Value(await house.Host.Get<ShareDesk>().RevokeAsync(Actor.System, house.B.Id, revoked.Share.Id, default));
        await house.Host.Get<Database>().RunAsync($"UPDATE domain_share SET expires_at = 1 WHERE tenant_id = {house.B.Id.Value} AND id = {expired.Share.Id}");
        WebHost.Value(await house.Host.Get<DomainAdministration>().RemoveAsync(Actor.System, house.B.Id, removed.Domain, default));
        var real = house.B.Report;
        string[] tokens =
        [
            revoked.Share.Token, expired.Share.Token, removed.Share.Token, $"{real[..^1]}{(real[^1] == 'A' ? 'B' : 'A')}", real[1..], real + "x", "x", new string('x', 2_000),
            "..%2f..%2fetc", .. Enumerable.Range(0, 100).Select(_ => RandomNumberGenerator.GetString(Alphabet, real.Length)),
        ];

        var answers = new List<(HttpStatusCode Status, string Headers, string Page)>();
        foreach (var token in tokens)
        {
            using var answer = await house.Host.Stranger().GetAsync($"/r/{token}");
            var headers = string.Join('\n', answer.Headers.Where(header => header.Key != "Set-Cookie").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
            // What the framework seals for itself differs each time, of whatever link.
            answers.Add((answer.StatusCode, headers, Sealed().Replace(await answer.Content.ReadAsStringAsync(), "")));
        }

        Assert.Equal([HttpStatusCode.Gone], answers.Select(answer => answer.Status).Distinct());
        Assert.Single(answers.Select(answer => answer.Headers).Distinct());
        Assert.All(answers, answer => Assert.Equal(answers[0].Page, answer.Page));
        Assert.All((FilledTenant[])[house.A, house.B], tenant => Assert.DoesNotContain(tenant.Canary, answers[0].Page, StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(NewDomainShare Share, long Domain)> ShareAsync(string name)
    {
        var domain = DomainName.Parse(name);
        WebHost.Value(await house.Host.Get<DomainAdministration>().AddAsync(Actor.System, house.B.Id, name, [], default));
        var row = await house.Host.Get<DomainReader>().FindByNameAsync(house.B.Id, domain, default) ?? throw new InvalidOperationException("No domain.");
        return (WebHost.Value(await house.Host.Get<ShareDesk>().CreateAsync(Actor.System, house.B.Id, domain, 7, default)), row.Id);
    }

    [GeneratedRegex("<!--Blazor[^>]*-->", RegexOptions.NonBacktracking)]
    private static partial Regex Sealed();
}
