using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Webhooks;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Operations.Tests.Webhooks;

/// <summary>Services that sign with a key of theirs or send a password of ours.</summary>
public sealed class WebhookReceivingTests
{
    private const string MailgunKey = "key-of-the-account";
    private const string SendGridBody =
        """[{"email":"ada@example.test","event":"bounce","timestamp":1778932740,"status":"5.7.1","reason":"550 5.7.1 relaying denied","sg_event_id":"e1"}]""";

    [Fact]
    public async Task SendGrid_GoodSignature_IsStoredOnce()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.SendGrid);
        using var key = await SendGridKeyAsync(made);
        var post = SendGridPost(key, Now(made), SendGridBody, SendGridBody);

        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync(post));
        Assert.IsType<WebhookOutcome.Replayed>(await made.PostAsync(post));
        // ECDSA signs the same anew with other numbers; it is the same post.
        Assert.IsType<WebhookOutcome.Replayed>(await made.PostAsync(SendGridPost(key, Now(made), SendGridBody, SendGridBody)));
        Assert.Equal(1, await made.StoredAsync());
    }

    [Fact]
    public async Task SendGrid_ChangedOrOldOrWithoutKey_IsForged()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.SendGrid);
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await ForgedAsync(made, SendGridPost(stranger, Now(made), SendGridBody, SendGridBody), "No verification key");

        using var key = await SendGridKeyAsync(made);
        await ForgedAsync(made, SendGridPost(stranger, Now(made), SendGridBody, SendGridBody), "does not fit");
        await ForgedAsync(made, SendGridPost(key, Now(made), SendGridBody, SendGridBody + " "), "does not fit");
        await ForgedAsync(made, SendGridPost(key, Now(made) - 90_000, SendGridBody, SendGridBody), "older than 24 hours");
        await ForgedAsync(made, SendGridPost(key, Now(made) + 3_600, SendGridBody, SendGridBody), "still to come");
        await ForgedAsync(made, WebhookHouse.Post(SendGridBody), "not signed");
        Assert.Equal((6, 0), ((await made.RowAsync()).Forged, await made.StoredAsync()));
    }

    [Fact]
    public async Task Mailgun_GoodSignature_IsStoredOnce()
    {
        await using var made = await MailgunAsync();
        var post = MailgunPost(made, MailgunKey, "token-1", Now(made));

        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync(post));
        Assert.IsType<WebhookOutcome.Replayed>(await made.PostAsync(post));
        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync(MailgunPost(made, MailgunKey, "token-2", Now(made))));
        Assert.Equal((2, 0, 1), ((await made.RowAsync()).Accepted, (await made.RowAsync()).Forged, (await made.RowAsync()).Replayed));
    }

    [Fact]
    public async Task Mailgun_OtherKeyOldOrUnsigned_IsForged()
    {
        await using var made = await MailgunAsync();

        await ForgedAsync(made, MailgunPost(made, "another-key", "t", Now(made)), "does not fit");
        await ForgedAsync(made, MailgunPost(made, MailgunKey, "t", Now(made) - 90_000), "older");
        await ForgedAsync(made, WebhookHouse.Post("""{"event-data":{}}"""), "no signature");
        await ForgedAsync(made, WebhookHouse.Post("recipient=a&event=failed"), "no signature");
        await ForgedAsync(made, WebhookHouse.Post("""{"signature":{"timestamp":"1","token":""}}"""), "lacks");
        Assert.Equal(0, await made.StoredAsync());
    }

    [Theory]
    [InlineData(WebhookProvider.Postmark)]
    [InlineData(WebhookProvider.SparkPost)]
    [InlineData(WebhookProvider.Mailjet)]
    [InlineData(WebhookProvider.Brevo)]
    public async Task Password_BasicOrBearer_IsStored(WebhookProvider provider)
    {
        await using var made = await WebhookHouse.OpenAsync(provider);

        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync("""{"n":1}""", ("Authorization", Basic("bounceboard", made.Password))));
        Assert.IsType<WebhookOutcome.Stored>(await made.PostAsync("""{"n":2}""", ("Authorization", $"Bearer {made.Password}")));
        Assert.IsType<WebhookOutcome.Replayed>(await made.PostAsync("""{"n":2}""", ("Authorization", Basic("", made.Password))));
        Assert.Equal((2, 0, 1), ((await made.RowAsync()).Accepted, (await made.RowAsync()).Forged, (await made.RowAsync()).Replayed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic !!!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Bearer guessed")]
    [InlineData("Digest username=\"a\"")]
    public async Task Password_MissingOrWrong_IsForged(string? header)
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);

        var outcome = await (header is null ? made.PostAsync("{}") : made.PostAsync("{}", ("Authorization", header)));

        Assert.IsType<WebhookOutcome.Forged>(outcome);
        Assert.Equal(0, await made.StoredAsync());
    }

    [Fact]
    public async Task Post_UnknownAddress_IsUnknown()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var receiving = made.House.Get<WebhookReceiving>();

        foreach (var token in new[] { "", "short", new string('a', 43), new string('a', 100_000) })
        {
            Assert.IsType<WebhookOutcome.Unknown>(await receiving.ReceiveAsync(token, WebhookHouse.Post("{}"), default));
        }
    }

    [Fact]
    public async Task Post_ToATenantThatIsArchived_IsClosed()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        Assert.Null((await made.House.Get<TenantAdministration>().MoveAsync(Actor.System, made.House.Tenant, TenantEvent.Archive, default)).Problem);

        Assert.IsType<WebhookOutcome.Closed>(await made.PostAsync("{}", ("Authorization", $"Bearer {made.Password}")));
        Assert.Equal(0, await made.StoredAsync());
    }

    [Fact]
    public async Task Post_WithThePasswordOfAnotherTenant_IsForged()
    {
        await using var made = await WebhookHouse.OpenAsync(WebhookProvider.Postmark);
        var (other, _) = await made.House.AddTenantAsync("other");
        var theirs = TestInstallation.Value(await made.Administration.AddAsync(Actor.System, other, "events", WebhookProvider.Postmark, default));

        Assert.IsType<WebhookOutcome.Forged>(await made.PostAsync("{}", ("Authorization", $"Bearer {theirs.Password}")));
        Assert.Equal((0, 0), (await made.StoredAsync(), await made.StoredAsync(other)));
    }

    private static long Now(WebhookHouse made) => made.House.Time.GetUtcNow().ToUnixTimeSeconds();

    private static string Basic(string user, string? password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    private static async Task ForgedAsync(WebhookHouse made, WebhookPost post, string says) =>
        Assert.Contains(says, Assert.IsType<WebhookOutcome.Forged>(await made.PostAsync(post)).Problem, StringComparison.Ordinal);

    private static async Task<ECDsa> SendGridKeyAsync(WebhookHouse made)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var set = await made.Administration.SetKeyAsync(
            Actor.System, made.House.Tenant, made.Id, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), default);
        Assert.Null(set.Problem);
        return key;
    }

    private static WebhookPost SendGridPost(ECDsa key, long at, string signed, string sent)
    {
        var time = at.ToString(CultureInfo.InvariantCulture);
        var signature = key.SignData(Encoding.UTF8.GetBytes(time + signed), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return WebhookHouse.Post(
            sent, ("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(signature)), ("X-Twilio-Email-Event-Webhook-Timestamp", time));
    }

    private static async Task<WebhookHouse> MailgunAsync()
    {
        var made = await WebhookHouse.OpenAsync(WebhookProvider.Mailgun);
        Assert.Null((await made.Administration.SetKeyAsync(Actor.System, made.House.Tenant, made.Id, MailgunKey, default)).Problem);
        return made;
    }

    private static WebhookPost MailgunPost(WebhookHouse made, string key, string token, long at)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes($"{at}{token}")));
        return WebhookHouse.Post($$$"""
            {"signature":{"timestamp":"{{{at}}}","token":"{{{token}}}","signature":"{{{signature}}}" },
            "event-data":{"id":"{{{token}}}","event":"failed","severity":"permanent","recipient":"ada@example.test","timestamp":{{{Now(made)}}} ,
            "delivery-status":{"code":550,"message":"5.7.1 relaying denied"}}
            }
            """);
    }
}
