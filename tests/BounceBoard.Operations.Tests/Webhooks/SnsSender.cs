using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using BounceBoard.Operations.Webhooks;

namespace BounceBoard.Operations.Tests.Webhooks;

/// <summary>Signs as Amazon SNS does, with a certificate of its own.</summary>
internal sealed class SnsSender : IDisposable
{
    public const string Certificate = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123.pem";
    public const string Confirm = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37";
    public const string Topic = "arn:aws:sns:eu-west-1:000000000000:bounces";
    private readonly RSA _key = RSA.Create(2048);
    private readonly DateTimeOffset _now;

    public SnsSender(DateTimeOffset now)
    {
        _now = now;
        using var certificate = new CertificateRequest("CN=sns.amazonaws.com", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        Pem = Encoding.ASCII.GetBytes(certificate.ExportCertificatePem());
    }

    public byte[] Pem { get; }

    public static WebhookPost Post(Dictionary<string, string> message) => new(_ => null, JsonSerializer.SerializeToUtf8Bytes(message));

    public Dictionary<string, string> Notification(string id, string recipient, string version = "2") => Sign(new()
    {
        ["Type"] = "Notification",
        ["MessageId"] = id,
        ["TopicArn"] = Topic,
        ["Subject"] = "Amazon SES",
        ["Message"] = $$$"""
            {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","timestamp":"2026-05-16T11:59:00.000Z","remoteMtaIp":"198.51.100.7",
            "bouncedRecipients":[{"emailAddress":"{{{recipient}}}","status":"5.7.1","diagnosticCode":"smtp; 550 5.7.1 relaying denied"}]},
            "mail":{"messageId":"0100-{{{id}}}","source":"news@example.com","timestamp":"2026-05-16T11:58:00.000Z","destination":["{{{recipient}}}"]}}
            """,
        ["Timestamp"] = $"{_now.AddMinutes(-1).UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
    }, version);

    public Dictionary<string, string> Subscription(string confirm) => Sign(new()
    {
        ["Type"] = "SubscriptionConfirmation",
        ["MessageId"] = "sub-1",
        ["Token"] = "2336412f37",
        ["TopicArn"] = Topic,
        ["Message"] = "You have chosen to subscribe to the topic.",
        ["SubscribeURL"] = confirm,
        ["Timestamp"] = $"{_now.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}",
    }, "1");

    /// <summary>Signs what stands there now, over the values that SNS's guide names, in its order.</summary>
    public Dictionary<string, string> Sign(Dictionary<string, string> message, string version)
    {
        string[] names = message["Type"] == "Notification"
            ? ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
            : ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];
        var text = new StringBuilder();
        foreach (var name in names.Where(message.ContainsKey))
        {
            text.Append(name).Append('\n').Append(message[name]).Append('\n');
        }
        var hash = version == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        message["SignatureVersion"] = version;
        message["Signature"] = Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text.ToString()), hash, RSASignaturePadding.Pkcs1));
        message["SigningCertURL"] = Certificate;
        return message;
    }

    public void Dispose() => _key.Dispose();
}
