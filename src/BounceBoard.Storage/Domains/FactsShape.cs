using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;

namespace BounceBoard.Storage.Domains;

/// <summary>How the types of an examination stand in JSON.</summary>
internal static class FactsShape
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new Names(), new Addresses(), new Snapshots() },
    };

    private sealed class Names : JsonConverter<DomainName>
    {
        public override DomainName Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DomainName.TryParse(reader.GetString() ?? "", out var name) ? name : throw new JsonException("A stored name is no domain name.");

        public override void Write(Utf8JsonWriter writer, DomainName value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    private sealed class Addresses : JsonConverter<IPAddress>
    {
        public override IPAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            IPAddress.TryParse(reader.GetString(), out var address) ? address : throw new JsonException("A stored address is none.");

        public override void Write(Utf8JsonWriter writer, IPAddress value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // In one order, so that the same answers make the same text.
    private sealed class Snapshots : JsonConverter<IDnsSnapshot>
    {
        public override IDnsSnapshot Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DnsSnapshot.Of(JsonSerializer.Deserialize<RecordAnswer[]>(ref reader, options) ?? []);

        public override void Write(Utf8JsonWriter writer, IDnsSnapshot value, JsonSerializerOptions options)
        {
            if (value is not DnsSnapshot snapshot)
            {
                throw new NotSupportedException($"Answers are stored from a {nameof(DnsSnapshot)}, not from {value.GetType().Name}.");
            }
            var answers = snapshot.Answers.OrderBy(answer => answer.Name, StringComparer.Ordinal).ThenBy(answer => answer.Type).ToArray();
            JsonSerializer.Serialize(writer, answers, options);
        }
    }
}
