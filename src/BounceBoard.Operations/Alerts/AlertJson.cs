using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>A message as a webhook gets it; the README names every field.</summary>
internal static class AlertJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Write(AlertMessage message, AlertLinks links) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            id = message.Id,
            test = message.IsTest,
            tenant = new { slug = message.Tenant.Slug, name = message.Tenant.Name },
            total = message.Total,
            alerts = message.Alerts.Select(alert => Of(alert, links)),
        },
        Options);

    private static object Of(AlertRow alert, AlertLinks links) => new
    {
        id = alert.Id.ToString(CultureInfo.InvariantCulture),
        kind = alert.Kind,
        raisedAt = alert.RaisedAt.UtcDateTime,
        title = alert.Says?.Title,
        incident = alert.Says?.Incident,
        verdict = alert.Says?.Verdict,
        confidence = alert.Says?.Confidence,
        reasons = alert.Says?.Reasons,
        since = alert.Says?.Since?.UtcDateTime,
        people = alert.Says?.People,
        act = alert.Says?.Act,
        url = links.To(alert.Says?.Path ?? "/"),
    };
}
