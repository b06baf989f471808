using System.Globalization;
using System.Text.Json;
using BounceBoard.Mail.Reading.PostfixLog;

namespace BounceBoard.Mail.Reading.Webhooks;

/// <summary>Looks into JSON without ever throwing: what is absent or of another kind is null.</summary>
internal static class Json
{
    /// <summary>The element at the end of the path of names; null when a step is missing.</summary>
    public static JsonElement? At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }
        return element.ValueKind is JsonValueKind.Null ? null : element;
    }

    /// <summary>A text that is not blank, or a number as text.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.String } text => Decoded(text) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null,
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    // A text with half a surrogate pair ("\ud800") is well-formed JSON and no text: it is unknown.
    private static string? Decoded(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static bool IsTrue(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) is { ValueKind: JsonValueKind.True };

    /// <summary>A whole number, also when it is written as text.</summary>
    public static int? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        int.TryParse(element.Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The elements of a list; a single object stands for a list of one; nothing otherwise.</summary>
    public static IEnumerable<JsonElement> Each(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    /// <summary>Seconds since 1970 with or without a fraction, or RFC 3339.</summary>
    public static DateTimeOffset? Time(this JsonElement element, params ReadOnlySpan<string> path) => Time(element.Text(path));

    /// <inheritdoc cref="Time(JsonElement, ReadOnlySpan{string})"/>
    /// <param name="text">Empty when there is none.</param>
    public static DateTimeOffset? Time(ReadOnlySpan<char> text)
    {
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            // Milliseconds are told from seconds by their size: 10^11 seconds is the year 5138.
            seconds = seconds > 1e11 ? seconds / 1000 : seconds;
            return seconds is > 0 and < 4e9 ? DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000)) : null;
        }
        return LogTime.TryRead(text, out var at) ? at : null;
    }
}
