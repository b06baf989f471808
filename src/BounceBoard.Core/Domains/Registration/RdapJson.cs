using System.Text.Json;

namespace BounceBoard.Core.Domains.Registration;

/// <summary>Looks into JSON that somebody else wrote: what is missing or of another kind is simply not there.</summary>
internal static class RdapJson
{
    private const int Deepest = 32;

    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = Deepest };

    public static JsonElement? Find(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } item && item.TryGetProperty(name, out var found) ? found : null;

    public static IEnumerable<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static string Text(JsonElement? value) => value is { ValueKind: JsonValueKind.String } text ? text.GetString() ?? "" : "";

    public static IEnumerable<string> Texts(JsonElement? list) => Items(list).Select(item => Text(item)).Where(text => text.Length > 0);
}
