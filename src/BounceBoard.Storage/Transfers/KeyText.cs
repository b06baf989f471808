using System.Text.Json;

namespace BounceBoard.Storage.Transfers;

/// <summary>A row's key as JSON, numbers and texts told apart, so that the source can be asked for what comes after it.</summary>
internal static class KeyText
{
    public static string Write(MovedRow row) => JsonSerializer.Serialize(row.Key);

    public static IReadOnlyList<object>? Read(string? text) => text is null ? null :
    [
        .. (JsonSerializer.Deserialize<JsonElement[]>(text) ?? []).Select<JsonElement, object>(part => part.ValueKind switch
        {
            JsonValueKind.String => part.GetString() ?? "",
            _ => part.GetInt64(),
        }),
    ];
}
