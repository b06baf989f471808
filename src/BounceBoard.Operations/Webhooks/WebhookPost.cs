using System.Text.Json;

namespace BounceBoard.Operations.Webhooks;

/// <summary>One request to an address of ours, as it came.</summary>
/// <param name="Header">A header by its name; null when there is none.</param>
/// <param name="Body">The raw bytes: signatures are over these.</param>
public sealed record WebhookPost(Func<string, string?> Header, ReadOnlyMemory<byte> Body)
{
    private const int Depth = 64;

    /// <returns>Null when the body is not one JSON document.</returns>
    internal JsonDocument? Json()
    {
        try
        {
            return JsonDocument.Parse(Body, new JsonDocumentOptions { MaxDepth = Depth });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
