using System.Text.Json.Serialization;

namespace BounceBoard.Cli.Replaying;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default, WriteIndented = true)]
[JsonSerializable(typeof(IReadOnlyList<ScenarioLine>))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
