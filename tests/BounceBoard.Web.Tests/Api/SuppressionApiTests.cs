using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Api;

public sealed class SuppressionApiTests(WebHost host) : IClassFixture<WebHost>
{
    [Fact]
    public async Task Get_AnAddress_SaysWhetherAndWhy()
    {
        var (tenant, token) = await TenantAsync("ask");
        await AddAsync(tenant, "a/b@example.net", SuppressionReason.Complaint);
        await AddAsync(tenant, "released@example.net", SuppressionReason.Manual);
        WebHost.Value(await host.Get<SuppressionAdministration>().MoveAsync(Actor.System, tenant, ["released@example.net"], SuppressionEvent.Release, "x", default));

        var held = await JsonAsync(await SendAsync(HttpMethod.Get, "ask/suppressions/A%2FB%40Example.NET", token));
        Assert.Equal(("a/b@example.net", true, "complaint"), (held.GetProperty("address").GetString(), held.GetProperty("suppressed").GetBoolean(), held.GetProperty("reason").GetString()));
        Assert.Equal(JsonValueKind.Null, held.GetProperty("reviewAt").ValueKind);
        Assert.Equal(JsonValueKind.String, held.GetProperty("since").ValueKind);
        foreach (var free in (string[])["nobody@example.net", "released%40example.net"])
        {
            Assert.False((await JsonAsync(await SendAsync(HttpMethod.Get, $"ask/suppressions/{free}", token))).GetProperty("suppressed").GetBoolean());
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Get, "ask/suppressions/nobody", token)).StatusCode);
    }

    [Fact]
    public async Task Get_TheList_IsWhatIsHeldAndThenWhatChanged()
    {
        var (tenant, token) = await TenantAsync("follow");
        await AddAsync(tenant, "one@example.net", SuppressionReason.Manual);
        await AddAsync(tenant, "two@example.net", SuppressionReason.Unsubscribe);

        var all = await LinesAsync("follow/suppressions", token);
        Assert.Equal(["one@example.net", "two@example.net"], all.Select(Address));
        WebHost.Value(await host.Get<SuppressionAdministration>().MoveAsync(Actor.System, tenant, ["one@example.net"], SuppressionEvent.Release, "x", default));
        await AddAsync(tenant, "three@example.net", SuppressionReason.Manual);

        var since = await LinesAsync($"follow/suppressions?since={all[^1].GetProperty("cursor").GetString()}", token);
        Assert.Equal([("one@example.net", false), ("three@example.net", true)], since.Select(line => (Address(line), line.GetProperty("suppressed").GetBoolean())));
        Assert.Equal(3, (await LinesAsync("follow/suppressions?since=2020-01-01T00:00:00Z", token)).Count);
        Assert.Empty(await LinesAsync($"follow/suppressions?since={since[^1].GetProperty("cursor").GetString()}", token));
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(HttpMethod.Get, "follow/suppressions?since=yesterday", token)).StatusCode);
    }

    [Fact]
    public async Task Get_AListLongerThanAPart_IsWhole()
    {
        var (tenant, token) = await TenantAsync("long");
        var text = string.Concat(Enumerable.Range(0, 2500).Select(i => $"user{i}@example.net\n"));
        WebHost.Value(await host.Get<SuppressionImport>().ImportAsync(Actor.System, tenant, "x", new MemoryStream(Encoding.ASCII.GetBytes(text)), default));

        Assert.Equal(2500, (await LinesAsync("long/suppressions", token)).Select(Address).Distinct().Count());
    }

    [Fact]
    public async Task Post_OneOrAList_IsAddedAndCounted()
    {
        var (_, token) = await TenantAsync("add");

        var one = await JsonAsync(await SendAsync(HttpMethod.Post, "add/suppressions", token, JsonContent.Create(new { address = "One@example.net", reason = "unsubscribe", note = "form" })));
        var again = await JsonAsync(await SendAsync(HttpMethod.Post, "add/suppressions", token, JsonContent.Create(new { address = "one@example.net" })));
        var list = await JsonAsync(await SendAsync(HttpMethod.Post, "add/suppressions", token, new StringContent("one@example.net\ntwo@example.net\nno\n")));

        Assert.Equal(("added", "already-there"), (one.GetProperty("outcome").GetString(), again.GetProperty("outcome").GetString()));
        Assert.Equal((3, 1, 1, 1), (Count(list, "received"), Count(list, "added"), Count(list, "alreadyThere"), Count(list, "refused")));
        Assert.Equal(3, list.GetProperty("problems")[0].GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{"address":"a@example.net","reason":"because"}""")]
    [InlineData("""{"address":"a@example.net","reason":"bad-address"}""")]
    [InlineData("""{"address":"nobody"}""")]
    public async Task Post_WhatIsNoEntry_AddsNothing(string body)
    {
        var slug = $"no-{Guid.NewGuid():N}"[..20];
        var (_, token) = await TenantAsync(slug);

        var answer = await SendAsync(HttpMethod.Post, $"{slug}/suppressions", token, new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity, $"{answer.StatusCode}");
        Assert.Empty(await LinesAsync($"{slug}/suppressions", token));
    }

    [Theory]
    //                                     ask  list add
    [InlineData(TokenScopes.SuppressionsRead, "x x -")]
    [InlineData(TokenScopes.SuppressionsWrite, "- - x")]
    [InlineData(TokenScopes.Read, "- - -")]
    [InlineData(TokenScopes.Recipients, "- - -")]
    [InlineData(TokenScopes.Ingest, "- - -")]
    [InlineData(TokenScopes.Audit, "- - -")]
    public async Task Token_OfEachScope_OpensItsOwn(string scope, string row)
    {
        var slug = $"scope-{Guid.NewGuid():N}"[..20];
        var (_, token) = await TenantAsync(slug, scope);
        HttpResponseMessage[] answers =
        [
            await SendAsync(HttpMethod.Get, $"{slug}/suppressions/a@example.net", token),
            await SendAsync(HttpMethod.Get, $"{slug}/suppressions", token),
            await SendAsync(HttpMethod.Post, $"{slug}/suppressions", token, new StringContent("a@example.net")),
        ];

        Assert.Equal(row.Split(' ').Select(cell => cell == "x" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized), answers.Select(answer => answer.StatusCode));
    }

    private async Task<(TenantId Tenant, string Token)> TenantAsync(string slug, params string[] scopes)
    {
        var tenant = await host.TenantAsync(slug);
        string[] wanted = scopes.Length == 0 ? [TokenScopes.SuppressionsRead, TokenScopes.SuppressionsWrite] : scopes;
        return (tenant, WebHost.Value(await host.Get<ApiTokenAdministration>().CreateAsync(Actor.System, tenant, "test", wanted, null, default)).Plain);
    }

    private async Task AddAsync(TenantId tenant, string address, SuppressionReason reason) =>
        WebHost.Value(await host.Get<SuppressionAdministration>().AddAsync(Actor.System, tenant, address, reason, "", default));

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/t/{path}") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await host.Stranger().SendAsync(request);
    }

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(string path, string token)
    {
        var answer = await SendAsync(HttpMethod.Get, path, token);
        Assert.Equal("application/x-ndjson", answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string? Address(JsonElement line) => line.GetProperty("address").GetString();

    private static int Count(JsonElement receipt, string name) => receipt.GetProperty(name).GetInt32();
}
