using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Webhooks;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.Tests.Webhooks;

/// <summary>A tenant with one webhook, and posts to it.</summary>
internal sealed class WebhookHouse : IAsyncDisposable
{
    private readonly IntakeHouse _house;

    private WebhookHouse(IntakeHouse house, WebhookProvider provider, NewWebhook webhook) =>
        (_house, Provider, Id, Password, Sender) = (house, provider, webhook.SourceId, webhook.Password, new SnsSender(house.Time.GetUtcNow()));

    public IntakeHouse House => _house;

    public WebhookProvider Provider { get; }

    public long Id { get; }

    /// <summary>What the service sends along; null where it signs.</summary>
    public string? Password { get; }

    public SnsSender Sender { get; }

    public WebhookAdministration Administration => _house.Get<WebhookAdministration>();

    public static async Task<WebhookHouse> OpenAsync(WebhookProvider provider)
    {
        var house = await IntakeHouse.OpenAsync();
        var added = await house.Get<WebhookAdministration>().AddAsync(Actor.System, house.Tenant, "events", provider, default);
        var made = new WebhookHouse(house, provider, TestInstallation.Value(added));
        house.Outside.Pages[SnsSender.Certificate] = made.Sender.Pem;
        return made;
    }

    /// <summary>A webhook of Amazon's whose topic is confirmed.</summary>
    public static async Task<WebhookHouse> ConfirmedAsync()
    {
        var made = await OpenAsync(WebhookProvider.AmazonSes);
        made.House.Outside.Pages[SnsSender.Confirm] = "<ok/>"u8.ToArray();
        Assert.IsType<WebhookOutcome.Noted>(await made.PostAsync(SnsSender.Post(made.Sender.Subscription(SnsSender.Confirm))));
        return made;
    }

    public async Task<WebhookRow> RowAsync() =>
        Assert.IsType<WebhookRow>(await _house.Get<WebhookReader>().FindAsync(_house.Tenant, Id, default));

    public async Task<string> TokenAsync() => Assert.IsType<string>(Administration.Token(await RowAsync()));

    public async Task<WebhookOutcome> PostAsync(WebhookPost post) =>
        await _house.Get<WebhookReceiving>().ReceiveAsync(await TokenAsync(), post, default);

    public Task<WebhookOutcome> PostAsync(string body, params (string Name, string Value)[] headers) => PostAsync(Post(body, headers));

    public async Task<int> StoredAsync(TenantId? tenant = null) =>
        (await _house.Evidence.ListAsync(tenant ?? _house.Tenant, EvidenceFilter.All, 100, null, default)).Count;

    public static WebhookPost Post(string body, params (string Name, string Value)[] headers) => new(
        name => headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault(),
        Encoding.UTF8.GetBytes(body));

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        await _house.DisposeAsync();
    }
}
