using System.Net;
using BounceBoard.Core;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Retries;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.SendingRoutes;

/// <summary>The file of a stage, as a browser fetches it.</summary>
public sealed class RetryExportEndpointTests(WebHost host) : IClassFixture<WebHost>
{
    // What a spreadsheet would take for a formula.
    private static readonly PlannedBatch Plan = new() { Stages = [3], MayLose = 3, WithRoute = route => route with { PoolHeader = "@SUM(1+1): x" } };

    [Fact]
    public async Task Post_OfAnApproverTwice_IsOneSafeFileAndCountsOnce()
    {
        var batch = await HandedBatch.BeginAsync(host, Plan);
        var client = await MemberAsync(batch, "approver", TenantRole.Approver);

        using var answer = await PostAsync(client, batch);
        var first = await answer.Content.ReadAsStringAsync();
        var handed = (await batch.AttemptsAsync()).Select(row => row.HandedAt).ToList();
        using var again = await PostAsync(client, batch);

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(("RB-1-stage-1.csv", true), (answer.Content.Headers.ContentDisposition?.FileName, answer.Headers.CacheControl?.NoStore));
        var lines = first.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["P1@example.test", "P2@example.test", "P3@example.test"], lines.Skip(1).Select(line => SafeCsv.Read(line)[1]));
        Assert.All(lines.Skip(1), line => Assert.EndsWith("""
            ,"'@SUM(1+1): x"
            """, line, StringComparison.Ordinal));
        Assert.Equal(first, await again.Content.ReadAsStringAsync());
        Assert.All(await batch.AttemptsAsync(), row => Assert.Equal(AttemptState.Submitted, row.State));
        Assert.Equal(handed, (await batch.AttemptsAsync()).Select(row => row.HandedAt));
        Assert.Equal(3, await host.Get<RetryCountReader>().SentAsync(batch.Tenant, TimeProvider.System.GetUtcNow(), RetryCountKind.Tenant, "", default));
    }

    [Theory]
    [InlineData(TenantRole.Viewer)]
    [InlineData(TenantRole.Operator)]
    public async Task Post_OfWhoMayNotApprove_HandsNobodyOver(TenantRole role)
    {
        var batch = await HandedBatch.BeginAsync(host, Plan);
        var client = await MemberAsync(batch, $"{role}", role);

        Assert.DoesNotContain("/export", await client.GetStringAsync($"/t/{batch.Slug}/retries/1"), StringComparison.Ordinal);
        using var answer = await PostAsync(client, batch);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await AssertNobodyAsync(batch, answer);
    }

    [Fact]
    public async Task Post_OfAnotherTenantsApprover_IsNotFound()
    {
        var (own, other) = (await HandedBatch.BeginAsync(host, Plan), await HandedBatch.BeginAsync(host, Plan));
        var client = await MemberAsync(own, "stranger", TenantRole.Approver);

        using var answer = await PostAsync(client, other);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await AssertNobodyAsync(other, answer);
    }

    [Fact]
    public async Task Post_WithoutAntiforgery_IsRefused()
    {
        var batch = await HandedBatch.BeginAsync(host, Plan);
        var client = await MemberAsync(batch, "forged", TenantRole.Approver);

        using var answer = await client.PostAsync($"/t/{batch.Slug}/retries/1/export", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await AssertNobodyAsync(batch, answer);
    }

    private static async Task AssertNobodyAsync(HandedBatch batch, HttpResponseMessage answer)
    {
        Assert.DoesNotContain("@example.test", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.All(await batch.AttemptsAsync(), row => Assert.Equal(AttemptState.Planned, row.State));
    }

    private async Task<HttpClient> MemberAsync(HandedBatch batch, string name, TenantRole role)
    {
        var person = await host.PersonAsync(name.ToLowerInvariant(), InstallationRole.None);
        WebHost.Value(await host.Get<UserAdministration>().AddAsync(Actor.System, batch.Tenant, person.Name, name, role, default));
        return await host.SignedInAsync(person.Name);
    }

    // Any form of the host holds the proof for whoever is signed in.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, HandedBatch batch)
    {
        var token = WebHost.Token(await client.GetStringAsync("/login"));
        Assert.NotEqual("", token);
        return await client.PostAsync(
            $"/t/{batch.Slug}/retries/1/export", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }));
    }
}
