using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.Verdicts;

namespace BounceBoard.Storage.Verdicts;

/// <summary>A finding as text: enums by name, so that an old row stays readable when members are added between.</summary>
public static class FindingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static string Write(Finding finding) => JsonSerializer.Serialize(finding, Options);

    internal static Finding Read(string json) =>
        JsonSerializer.Deserialize<Finding>(json, Options) ?? throw new JsonException("A verdict row holds no finding.");
}
