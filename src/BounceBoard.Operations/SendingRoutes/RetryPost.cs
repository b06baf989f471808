using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What a platform gets for each recipient that it shall send to, signed as alerts are; the README names every field.</summary>
internal static class RetryPost
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static byte[] Of(RetryShipment shipment) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            id = shipment.Token,
            test = false,
            batch = $"RB-{shipment.Batch.Number.ToString(CultureInfo.InvariantCulture)}",
            stage = shipment.Attempt.Stage,
            attempt = shipment.Token,
            recipient = shipment.Attempt.Recipient,
            sender = shipment.Attempt.Sender,
            pool = shipment.Route.Pool ?? shipment.Attempt.Pool,
            messageId = shipment.Attempt.MessageId,
            send = Kind(shipment.Attempt.OriginalId is not null),
            headers = HeadersToSet(shipment.Attempt.MessageId, shipment.Token, shipment.Route),
        },
        Options);

    /// <summary>Says that it is a test; nobody is to be sent to.</summary>
    public static byte[] Test(SendingRouteRow route, string id) => JsonSerializer.SerializeToUtf8Bytes(new { id, test = true, route = route.Name }, Options);

    /// <param name="id">The same when the same thing would be posted again.</param>
    public static IReadOnlyDictionary<string, string> Headers(string secret, string id, DateTimeOffset at, byte[] body) => new Dictionary<string, string>
    {
        [AlertSignature.IdHeader] = id,
        [AlertSignature.TimestampHeader] = AlertSignature.Timestamp(at),
        [AlertSignature.SignatureHeader] = AlertSignature.Of(secret, at, body),
    };

    /// <summary>Whether the platform shall send the mail that bounced, when it still has it, or a test message of its own.</summary>
    public static string Kind(bool isOriginal) => (isOriginal ? MessageKind.Original : MessageKind.Test).ToString().ToLowerInvariant();

    /// <summary>What makes bounces and log lines of the platform's mail findable here.</summary>
    public static IReadOnlyDictionary<string, string> HeadersToSet(string messageId, string token, SendingRouteRow route)
    {
        var headers = new Dictionary<string, string> { ["Message-ID"] = $"<{messageId}>", [AttemptHeader] = token };
        if (route.PoolHeader.Split(':', 2) is [var name, var value])
        {
            headers[name.Trim()] = value.Trim();
        }
        return headers;
    }

    /// <summary>Names the attempt in the mail that a platform sends.</summary>
    public const string AttemptHeader = "X-BounceBoard-Attempt";
}
