using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.RetryBatches;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>How a plan stands in its column, and the text that its hash is taken of: the same plan gives the same text.</summary>
public static class RetryPlanJson
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public static string Write(RetryPlan plan) => JsonSerializer.Serialize(plan, Options);

    /// <exception cref="JsonException">The column does not hold a plan.</exception>
    public static RetryPlan Read(string text) =>
        JsonSerializer.Deserialize<RetryPlan>(text, Options) ?? throw new JsonException("The column of a plan holds null.");
}
