using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Webhooks;
using BounceBoard.Web.Tests.Hosting;
using Xunit;

namespace BounceBoard.Web.Tests.Api;

public sealed class WebhookApiTests(WebHost host) : IClassFixture<WebHost>
{
    private const string Bounce = """{"RecordType":"Bounce","ID":1,"Type":"HardBounce","Email":"a@example.net","BouncedAt":"2026-05-16T08:00:00Z","Details":"550 5.7.1 relaying denied"}""";

    [Fact]
    public async Task Post_UnknownAddress_Is404AsJson()
    {
        var answer = await PostAsync(new string('a', 43), "any", Bounce);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task Post_WrongPassword_Is401()
    {
        var (_, token, _) = await WebhookAsync("hook-forged", WebhookProvider.Postmark);

        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(token, "guessed", Bounce)).StatusCode);
    }

    [Theory]
    [InlineData(WebhookProvider.Postmark, HttpStatusCode.Forbidden)]
    [InlineData(WebhookProvider.Brevo, HttpStatusCode.Conflict)]
    public async Task Post_Twice_IsStoredOnceAndRefusedAsTheServiceUnderstands(WebhookProvider provider, HttpStatusCode second)
    {
        var (_, token, password) = await WebhookAsync($"hook-twice-{provider}".ToLowerInvariant(), provider);

        var first = await PostAsync(token, password, Bounce);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(1, JsonDocument.Parse(await first.Content.ReadAsStringAsync()).RootElement.GetProperty("stored").GetInt32());
        Assert.Equal(second, (await PostAsync(token, password, Bounce)).StatusCode);
    }

    [Fact]
    public async Task Post_TooLarge_Is413AndSaysHowMuch()
    {
        var (_, token, password) = await WebhookAsync("hook-large", WebhookProvider.Brevo);

        var answer = await PostAsync(token, password, new string('x', (5 * 1024 * 1024) + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("5 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ToAnArchivedTenant_Is403()
    {
        var (tenant, token, password) = await WebhookAsync("hook-closed", WebhookProvider.Brevo);
        WebHost.Value(await host.Get<TenantAdministration>().MoveAsync(Actor.System, tenant, TenantEvent.Archive, default));

        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(token, password, Bounce)).StatusCode);
    }

    [Fact]
    public async Task Get_IsNotThere() =>
        Assert.NotEqual(HttpStatusCode.OK, (await host.Stranger().GetAsync($"/hooks/{new string('a', 43)}")).StatusCode);

    private async Task<(TenantId Tenant, string Token, string Password)> WebhookAsync(string slug, WebhookProvider provider)
    {
        var tenant = await host.TenantAsync(slug);
        var administration = host.Get<WebhookAdministration>();
        var made = WebHost.Value(await administration.AddAsync(Actor.System, tenant, "events", provider, default));
        var row = await host.Get<WebhookReader>().FindAsync(tenant, made.SourceId, default);
        return (tenant, administration.Token(Assert.IsType<WebhookRow>(row)) ?? "", made.Password ?? "");
    }

    private async Task<HttpResponseMessage> PostAsync(string token, string password, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/hooks/{token}") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"any:{password}")));
        return await host.Stranger().SendAsync(request);
    }
}
