using System.Globalization;
using System.Text.Json;

namespace BounceBoard.Cli.Replaying;

/// <summary>A value of a scenario with the path that leads to it. What cannot be read is a fault with path and what is allowed; reading goes on.</summary>
internal readonly record struct JsonField(JsonElement Value, string Path, List<string> Faults)
{
    /// <summary>The field is there and not null.</summary>
    public bool IsGiven => Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>A field of an object; not given where it is missing.</summary>
    public JsonField this[string name] => new(
        Value.ValueKind == JsonValueKind.Object && Value.TryGetProperty(name, out var field) ? field : default,
        Path.Length == 0 ? name : $"{Path}.{name}", Faults);

    /// <summary>The items of an array; none where it is missing.</summary>
    public IEnumerable<JsonField> Items()
    {
        if (IsGiven && Value.ValueKind != JsonValueKind.Array)
        {
            Refuse("must be an array");
        }
        if (Value.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }
        var index = 0;
        foreach (var item in Value.EnumerateArray())
        {
            yield return new JsonField(item, $"{Path}[{index++}]", Faults);
        }
    }

    /// <summary>The named fields of an object; none where it is missing.</summary>
    public IEnumerable<(string Name, JsonField Field)> Fields()
    {
        if (IsGiven && Value.ValueKind != JsonValueKind.Object)
        {
            Refuse("must be an object");
        }
        return Value.ValueKind != JsonValueKind.Object ? [] : Named();
    }

    public string? Text()
    {
        if (IsGiven && Value.ValueKind != JsonValueKind.String)
        {
            Refuse("must be a text or null");
        }
        return Value.ValueKind == JsonValueKind.String ? Value.GetString() : null;
    }

    /// <summary>A text that must be there.</summary>
    public string Required()
    {
        var text = Text();
        if (!IsGiven || text is "")
        {
            Refuse("is missing; it must be a text");
        }
        return text ?? "";
    }

    public bool Flag(bool otherwise)
    {
        if (IsGiven && Value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Refuse("must be true or false");
        }
        return Value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => otherwise };
    }

    public long? Number(long least, long most)
    {
        if (!IsGiven)
        {
            return null;
        }
        if (Value.ValueKind == JsonValueKind.Number && Value.TryGetInt64(out var number) && number >= least && number <= most)
        {
            return number;
        }
        Refuse($"must be a whole number from {least} to {most}");
        return null;
    }

    public DateTimeOffset? Time()
    {
        if (!IsGiven)
        {
            return null;
        }
        if (Value.ValueKind == JsonValueKind.String
            && DateTimeOffset.TryParse(Value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            && IsSane(at))
        {
            return at;
        }
        Refuse("must be a time like 2026-05-16T07:02:00Z, between the years 1970 and 2200");
        return null;
    }

    /// <summary>Times that days can be added to and taken from.</summary>
    public static bool IsSane(DateTimeOffset at) => at.Year is >= 1970 and <= 2200;

    /// <summary>A time that must be there.</summary>
    public DateTimeOffset RequiredTime()
    {
        if (!IsGiven)
        {
            Refuse("is missing; it must be a time like 2026-05-16T07:02:00Z");
        }
        return Time() ?? default;
    }

    /// <summary>Adds a fault that names this field.</summary>
    public void Refuse(string what) => Faults.Add(Path.Length == 0 ? $"The scenario {what}." : $"{Path} {what}{Shown()}.");

    private string Shown() => Value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
        ? $"; it is {(Value.GetRawText() is { Length: > 80 } text ? text[..80] + " …" : Value.GetRawText())}"
        : "";

    private IEnumerable<(string Name, JsonField Field)> Named()
    {
        foreach (var property in Value.EnumerateObject())
        {
            yield return (property.Name, new JsonField(property.Value, $"{Path}.{property.Name}", Faults));
        }
    }
}
