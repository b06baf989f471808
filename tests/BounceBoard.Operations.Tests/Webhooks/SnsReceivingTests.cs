using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Webhooks;
using Xunit;

namespace BounceBoard.Operations.Tests.Webhooks;

/// <summary>Amazon SES through SNS (security.md T9).</summary>
public sealed class SnsReceivingTests
{
    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task Post_GoodSignature_BecomesARefusalWithTheServerThatRefused(string version)
    {
        await using var made = await WebhookHouse.ConfirmedAsync();

        var outcome = await made.PostAsync(SnsSender.Post(made.Sender.Notification("m-1", "ada@example.test", version)));
        await made.House.Parsing.ParseDueAsync(default);

        Assert.Equal(1, Assert.IsType<WebhookOutcome.Stored>(outcome).Receipt.Stored);
        var refusal = Assert.Single(await made.House.RefusalsAsync());
        Assert.Equal(("ada@example.test", "198.51.100.7"), (refusal.Recipient, refusal.RemoteIp?.ToString()));
        Assert.Equal((2, 0, 0), await CountsAsync(made));
    }

    [Fact]
    public async Task Post_SameMessageAgain_IsCountedAndStoresNothing()
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        var message = made.Sender.Notification("m-1", "ada@example.test");
        await made.PostAsync(SnsSender.Post(message));

        Assert.IsType<WebhookOutcome.Replayed>(await made.PostAsync(SnsSender.Post(message)));

        Assert.Equal(1, await made.StoredAsync());
        Assert.Equal((2, 0, 1), await CountsAsync(made));
    }

    [Theory]
    [InlineData("Message", "{}")]
    [InlineData("MessageId", "another")]
    [InlineData("Timestamp", "2026-05-16T11:58:30.000Z")]
    [InlineData("Subject", "other")]
    [InlineData("Signature", "AAAA")]
    [InlineData("Signature", "no base64 !")]
    [InlineData("Signature", "")]
    [InlineData("SignatureVersion", "1")]
    [InlineData("SignatureVersion", "3")]
    public async Task Post_AValueChanged_IsForged(string name, string value)
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        var message = made.Sender.Notification("m-1", "ada@example.test");
        message[name] = value;

        await RefusesAsync(made, message);
    }

    [Theory]
    [InlineData("https://sns.eu-west-1.amazonaws.com.evil.example/key.pem")]
    [InlineData("http://sns.eu-west-1.amazonaws.com/key.pem")]
    [InlineData("https://sns.eu-west-1.amazonaws.com:8443/key.pem")]
    [InlineData("https://amazonaws.com/key.pem")]
    [InlineData("https://bucket.s3.amazonaws.com/key.pem")]
    [InlineData("https://sns.evil@127.0.0.1/key.pem")]
    [InlineData("https://127.0.0.1/key.pem")]
    [InlineData("/key.pem")]
    public async Task Post_CertificateElsewhere_IsForgedAndNothingIsAsked(string address)
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        made.House.Outside.Pages[address] = made.Sender.Pem;
        made.House.Outside.Asked.Clear();
        var message = made.Sender.Notification("m-1", "ada@example.test");
        message["SigningCertURL"] = address;

        await RefusesAsync(made, message);
        Assert.Empty(made.House.Outside.Asked);
    }

    [Fact]
    public async Task Post_OfAnotherTopic_IsForgedThoughItsSignatureIsGood()
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        var message = made.Sender.Notification("m-1", "ada@example.test");
        message["TopicArn"] = "arn:aws:sns:eu-west-1:999999999999:of-somebody-else";

        await RefusesAsync(made, made.Sender.Sign(message, "2"));
    }

    [Fact]
    public async Task Post_BeforeATopicWasConfirmed_IsForged()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.AmazonSes);

        await RefusesAsync(made, made.Sender.Notification("m-1", "ada@example.test"));
    }

    [Theory]
    [InlineData("2026-05-15T11:00:00.000Z")]
    [InlineData("2026-05-16T12:30:00.000Z")]
    [InlineData("yesterday")]
    public async Task Post_OfAnotherTime_IsForged(string at)
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        var message = made.Sender.Notification("m-1", "ada@example.test");
        message["Timestamp"] = at;

        await RefusesAsync(made, made.Sender.Sign(message, "2"));
    }

    [Theory]
    [InlineData("https://evil.example/?Action=ConfirmSubscription")]
    [InlineData("http://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    public async Task Post_SubscriptionToConfirmElsewhere_IsForgedAndNeverAsked(string address)
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.AmazonSes);

        await RefusesAsync(made, made.Sender.Subscription(address));
        Assert.DoesNotContain(address, made.House.Outside.Asked);
        Assert.Null((await made.RowAsync()).Topic);
    }

    [Fact]
    public async Task Post_SubscriptionThatCannotBeConfirmed_ShallComeAgain()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.AmazonSes);
        var message = SnsSender.Post(made.Sender.Subscription(SnsSender.Confirm));

        Assert.IsType<WebhookOutcome.Later>(await made.PostAsync(message));
        made.House.Outside.Pages[SnsSender.Confirm] = "<ok/>"u8.ToArray();
        Assert.IsType<WebhookOutcome.Noted>(await made.PostAsync(message));
    }

    [Fact]
    public async Task Post_CertificateOutOfReach_ShallComeAgain()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.AmazonSes);
        made.House.Outside.Pages.Clear();

        var later = Assert.IsType<WebhookOutcome.Later>(await made.PostAsync(SnsSender.Post(made.Sender.Subscription(SnsSender.Confirm))));

        Assert.Contains("sns.eu-west-1.amazonaws.com", later.Problem, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await CountsAsync(made));
    }

    [Fact]
    public async Task Post_CertificateThatIsOver_IsForged()
    {
        await using var made = await WebhookHouse.ConfirmedAsync();
        made.House.Time.Advance(TimeSpan.FromDays(31));
        using var late = new SnsSender(made.House.Time.GetUtcNow());
        var message = late.Notification("m-1", "ada@example.test");

        await RefusesAsync(made, made.Sender.Sign(message, "2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"Type\":\"Notification\"}")]
    [InlineData("{\"notificationType\":\"Bounce\"}")]
    public async Task Post_NoMessageOfSns_IsForged(string body)
    {
        await using var made = await WebhookHouse.ConfirmedAsync();

        Assert.IsType<WebhookOutcome.Forged>(await made.PostAsync(body));
        Assert.Equal(0, await made.StoredAsync());
    }

    private static async Task RefusesAsync(WebhookHouse made, Dictionary<string, string> message)
    {
        var before = await CountsAsync(made);
        Assert.IsType<WebhookOutcome.Forged>(await made.PostAsync(SnsSender.Post(message)));
        Assert.Equal(0, await made.StoredAsync());
        Assert.Equal((before.Accepted, before.Forged + 1, before.Replayed), await CountsAsync(made));
    }

    private static async Task<(long Accepted, long Forged, long Replayed)> CountsAsync(WebhookHouse made)
    {
        var row = await made.RowAsync();
        return (row.Accepted, row.Forged, row.Replayed);
    }
}
