using System.Text.Json.Serialization;

namespace BounceBoard.Cli.Diagnosing;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Default)]
[JsonSerializable(typeof(DiagnosisLine))]
internal sealed partial class DiagnosisJson : JsonSerializerContext;
