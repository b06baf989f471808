using System.Text.Json.Serialization;

namespace BounceBoard.Cli.Domains;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(SpfLine))]
internal sealed partial class SpfJson : JsonSerializerContext;
