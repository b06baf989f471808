using System.Text.Json.Serialization;

namespace BounceBoard.Cli.Domains;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(DkimLine))]
internal sealed partial class DkimJson : JsonSerializerContext;
