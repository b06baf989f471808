using System.Net;
using System.Text.Json;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Storage.Bounces;

/// <summary>The hops of a refusal as canonical text: equal lists give equal text.</summary>
public static class HopsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <returns>Null for an empty list.</returns>
    public static string? Write(IReadOnlyList<RefusalHop> hops) => hops.Count == 0
        ? null
        : JsonSerializer.Serialize(hops.Select(hop => new Hop(hop.Mta, hop.Ip?.ToString(), hop.Port, hop.Reply, hop.Source.ToString())), Options);

    public static IReadOnlyList<RefusalHop> Read(string? json) => json is null
        ? []
        :
        [
            .. (JsonSerializer.Deserialize<Hop[]>(json, Options) ?? throw new JsonException("A refusal's hops are empty."))
                .Select(hop => new RefusalHop(hop.Mta, hop.Ip is null ? null : IPAddress.Parse(hop.Ip), hop.Port, hop.Reply, Enum.Parse<FieldSource>(hop.Source))),
        ];

    private sealed record Hop(string? Mta, string? Ip, int? Port, string? Reply, string Source);
}
