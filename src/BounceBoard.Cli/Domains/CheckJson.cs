using System.Text.Json.Serialization;

namespace BounceBoard.Cli.Domains;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(CheckLine))]
internal sealed partial class CheckJson : JsonSerializerContext;
