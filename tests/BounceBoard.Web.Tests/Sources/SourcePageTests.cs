using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using BounceBoard.Web.Layout;
using BounceBoard.Web.Sources;
using Bunit;
using Xunit;

namespace BounceBoard.Web.Tests.Sources;

public sealed class SourcePageTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();

    [Fact]
    public async Task Page_OfAnUploadSource_ShowsItsItemsAndLag()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        await _house.RefuseAsync(tenant);
        var source = await _house.Get<SourceReader>().FindByNameAsync(tenant.Tenant.Id, DefaultSources.Upload, default);

        var page = Open(tenant, Assert.IsType<SourceRow>(source).Id);

        Assert.Equal("1", page.Find(".figures dd").TextContent);
        Assert.Single(page.FindAll("table.data tbody tr"));
    }

    [Fact]
    public async Task Page_OfAWebhook_ShowsTheAddressAndWhatToSet()
    {
        var (tenant, made) = await WebhookAsync(WebhookProvider.Mailgun);
        var row = await RowAsync(tenant, made);

        var page = Open(tenant, made.SourceId);

        Assert.Contains($"/hooks/{_house.Get<WebhookAdministration>().Token(row)}", page.Find(".mono-value [data-copy]").GetAttribute("data-copy"), StringComparison.Ordinal);
        Assert.Equal(ProviderSteps.Of(WebhookProvider.Mailgun).Count, page.FindAll("ol.steps li").Count);
        Assert.Contains("not set yet", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_KeySet_IsNeverShownAgain()
    {
        var (tenant, made) = await WebhookAsync(WebhookProvider.Mailgun);
        var page = Open(tenant, made.SourceId);

        page.Find("#key").Change("the-signing-key");
        await page.Find("form:has(#key)").SubmitAsync();

        Assert.Contains("set; kept encrypted", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("the-signing-key", page.Markup, StringComparison.Ordinal);
        Assert.NotNull((await RowAsync(tenant, made)).SecretSealed);
    }

    [Fact]
    public async Task Page_BadPosts_AreCountedWithTheReason()
    {
        var (tenant, made) = await WebhookAsync(WebhookProvider.Postmark);
        var token = _house.Get<WebhookAdministration>().Token(await RowAsync(tenant, made)) ?? "";
        await _house.Get<WebhookReceiving>().ReceiveAsync(token, new WebhookPost(_ => null, Encoding.UTF8.GetBytes("{}")), default);

        var page = Open(tenant, made.SourceId);

        Assert.Contains(page.FindAll(".note.warn"), note => note.TextContent.Contains("It carries no password", StringComparison.Ordinal));
        Assert.Contains("1, refused", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SilenceForm_Saved_IsKept()
    {
        var (tenant, made) = await WebhookAsync(WebhookProvider.Postmark);
        var page = Open(tenant, made.SourceId);
        Assert.Equal("24", page.Find("#silence").GetAttribute("value"));

        page.Find("#silence").Change("6");
        await page.Find("form:has(#silence)").SubmitAsync();

        Assert.Equal(6, (await _house.Get<SourceReader>().FindAsync(tenant.Tenant.Id, made.SourceId, default))?.SilentAfterHours);
    }

    [Fact]
    public async Task Banner_OfASilentSource_StandsUntilItIsHeard()
    {
        var (tenant, made) = await WebhookAsync(WebhookProvider.Postmark);
        _house.Time.Advance(TimeSpan.FromHours(25));
        await _house.Get<SourceWatch>().RunAsync(default);

        Assert.Contains("events", _house.Render<SilentSources>(parameters => parameters.Add(banner => banner.Tenant, tenant.Tenant)).Markup, StringComparison.Ordinal);

        var token = _house.Get<WebhookAdministration>().Token(await RowAsync(tenant, made)) ?? "";
        await _house.Get<WebhookReceiving>().ReceiveAsync(
            token, new WebhookPost(name => name == "Authorization" ? $"Bearer {made.Password}" : null, Encoding.UTF8.GetBytes("{}")), default);
        await _house.Get<SourceWatch>().RunAsync(default);
        Assert.Empty(_house.Render<SilentSources>(parameters => parameters.Add(banner => banner.Tenant, tenant.Tenant)).Markup.Trim());
    }

    [Fact]
    public async Task AddWebhook_PasswordOfOurs_IsShownOnce()
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var form = _house.Page<AddWebhook>(tenant, parameters => parameters.Add(form => form.Tenant, tenant));

        form.Find("#webhook-name").Change("Postmark events");
        form.Find("#webhook-provider").Change(nameof(WebhookProvider.Postmark));
        await form.Find("form").SubmitAsync();

        Assert.Equal(43, form.Find(".secret [data-copy]").GetAttribute("data-copy")?.Length);
        Assert.Contains("/settings/sources/", form.Find("a.button").GetAttribute("href"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private IRenderedComponent<SourcePage> Open(TenantContext tenant, long id) =>
        _house.Page<SourcePage>(tenant, parameters => parameters.Add(page => page.Source, id));

    private async Task<(TenantContext Tenant, NewWebhook Made)> WebhookAsync(WebhookProvider provider)
    {
        var tenant = await _house.TenantAsync("acme", TenantRole.Admin);
        var added = await _house.Get<WebhookAdministration>().AddAsync(Actor.System, tenant.Tenant.Id, "events", provider, default);
        return (tenant, added.TryGet(out var made) ? made : throw new InvalidOperationException(added.Problem));
    }

    private async Task<WebhookRow> RowAsync(TenantContext tenant, NewWebhook made) =>
        Assert.IsType<WebhookRow>(await _house.Get<WebhookReader>().FindAsync(tenant.Tenant.Id, made.SourceId, default));
}
