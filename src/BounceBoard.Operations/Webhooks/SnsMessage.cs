using System.Text;
using System.Text.Json;

namespace BounceBoard.Operations.Webhooks;

/// <summary>A message of Amazon SNS over HTTPS, as its developer guide describes it: JSON whose named values are signed.</summary>
internal sealed class SnsMessage
{
    private static readonly string[] OfNotification = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"];
    private static readonly string[] OfSubscription = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

    private readonly Dictionary<string, string> _values;

    private SnsMessage(Dictionary<string, string> values) => _values = values;

    public string Type => _values.GetValueOrDefault("Type", "");

    public bool IsNotification => Type == "Notification";

    public string Id => _values.GetValueOrDefault("MessageId", "");

    public string Topic => _values.GetValueOrDefault("TopicArn", "");

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <returns>Null when the body is no such message.</returns>
    public static SnsMessage? Of(WebhookPost post)
    {
        using var body = post.Json();
        if (body?.RootElement is not { ValueKind: JsonValueKind.Object } root)
        {
            return null;
        }
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.String))
        {
            values[property.Name] = property.Value.GetString() ?? "";
        }
        var message = new SnsMessage(values);
        return message.Type is "Notification" or "SubscriptionConfirmation" or "UnsubscribeConfirmation" && message.Id.Length is > 0 and <= 100
            ? message
            : null;
    }

    /// <summary>The bytes under the signature: each name and value on a line of its own; names without a value are left out.</summary>
    public byte[] Signed() => Encoding.UTF8.GetBytes(string.Concat(
        (IsNotification ? OfNotification : OfSubscription).Where(_values.ContainsKey).Select(name => $"{name}\n{_values[name]}\n")));
}
