using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.Alerts;

namespace BounceBoard.Storage.Alerts;

/// <summary>How the words of an alert stand in its column.</summary>
public static class AlertContentJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(AlertContent content) => JsonSerializer.Serialize(content, Options);

    /// <returns>Null for an alert that is not worded yet.</returns>
    public static AlertContent? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<AlertContent>(text, Options);
}
