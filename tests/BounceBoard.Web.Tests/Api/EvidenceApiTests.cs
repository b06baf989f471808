using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Users;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Api;

public sealed class EvidenceApiTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Line = "May 16 07:02:11 mx postfix/smtp[311]: 4F1A2B3C4D: to=<a@example.net>, relay=mx.example.net[198.51.100.7]:25, delay=1, delays=0/0/0/1, dsn=5.7.1, status=bounced (host mx.example.net[198.51.100.7] said: 550 5.7.1 relaying denied (in reply to RCPT TO command))\n";

    [Theory]
    [InlineData(null)]
    [InlineData("bb_live_guessed")]
    public async Task Post_WithoutALiveToken_Is401AsJson(string? token)
    {
        var answer = await PostAsync("any", token, new StringContent(Line));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Post_ToAnotherTenant_IsNotFound()
    {
        var token = await TokenAsync("api-own");
        await host.TenantAsync("api-other");

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("api-other", token, new StringContent(Line))).StatusCode);
    }

    [Fact]
    public async Task Post_SameTwice_IsStoredOnceAndCounted()
    {
        var token = await TokenAsync("api-twice");

        var first = await ReceiptAsync(await PostAsync("api-twice", token, new StringContent(Line, Encoding.ASCII, "text/plain")));
        var second = await ReceiptAsync(await PostAsync("api-twice", token, new StringContent(Line, Encoding.ASCII, "text/plain")));

        Assert.Equal((1, 1, 0), (Count(first, "received"), Count(first, "stored"), Count(first, "duplicates")));
        Assert.Equal((1, 0, 1), (Count(second, "received"), Count(second, "stored"), Count(second, "duplicates")));
    }

    [Fact]
    public async Task Post_Multipart_ReceivesEveryFile()
    {
        var token = await TokenAsync("api-parts");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Line), "one", "../../one.log" },
            { new ByteArrayContent([1, 2, 3, 0, 5]), "two", "two.bin" },
        };

        var receipt = await ReceiptAsync(await PostAsync("api-parts", token, form));

        Assert.Equal((2, 1, 1), (Count(receipt, "received"), Count(receipt, "stored"), Count(receipt, "quarantined")));
        Assert.Equal("one.log", receipt.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Post_BrokenMultipart_Is400()
    {
        var token = await TokenAsync("api-broken");
        var content = new StringContent("garbage");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=xx");

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("api-broken", token, content)).StatusCode);
    }

    private async Task<string> TokenAsync(string slug)
    {
        var tenant = await host.TenantAsync(slug);
        return WebHost.Value(await host.Get<ApiTokenAdministration>().CreateAsync(Actor.System, tenant, "test", [TokenScopes.Ingest], null, default)).Plain;
    }

    private async Task<HttpResponseMessage> PostAsync(string slug, string? token, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/t/{slug}/evidence") { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return await host.Stranger().SendAsync(request);
    }

    private static async Task<JsonElement> ReceiptAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static int Count(JsonElement receipt, string name) => receipt.GetProperty(name).GetInt32();
}
