using System.Net;
using System.Text.Json;

namespace BounceBoard.Storage.Database;

/// <summary>Short lists in one column, as a JSON array of strings.</summary>
internal static class JsonText
{
    public static string Write(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    public static string Write(IEnumerable<IPAddress> values) => JsonSerializer.Serialize(values.Select(value => value.ToString()));

    public static IReadOnlyList<string> Read(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];

    public static IReadOnlyList<IPAddress> ReadAddresses(string json) => [.. Read(json).Select(IPAddress.Parse)];
}
