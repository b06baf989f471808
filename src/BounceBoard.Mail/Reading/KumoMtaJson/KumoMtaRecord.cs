using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BounceBoard.Mail.Reading.KumoMtaJson;

/// <summary>One record, gone over once: where the values stand that are read. No document is built, and no text is made of what nobody asks for.</summary>
internal readonly ref struct KumoMtaRecord
{
    private readonly ReadOnlySpan<byte> _json;

    private readonly Span<Value> _values;

    /// <param name="values">Room for <see cref="KumoMtaField.Count"/> values.</param>
    /// <exception cref="JsonException">The line is broken JSON.</exception>
    public KumoMtaRecord(ReadOnlySpan<byte> json, Span<Value> values)
    {
        _json = json;
        _values = values;
        values.Clear();
        var reader = new Utf8JsonReader(json);
        if (reader.Read() && reader.TokenType is JsonTokenType.StartObject)
        {
            ReadObject(ref reader, KumoMtaField.Record, values);
        }
        // What stands behind the object makes the line broken.
        while (reader.Read())
        {
        }
    }

    /// <summary>Where a value stands in the line, quotes included.</summary>
    internal readonly record struct Value(JsonTokenType Kind, int Start, int Length);

    public bool Has(int field) => _values[field].Kind is not (JsonTokenType.None or JsonTokenType.Null);

    public bool IsList(int field) => _values[field].Kind is JsonTokenType.StartArray;

    /// <summary>A text that is not blank, trimmed, or a number as text; null when it is neither.</summary>
    public string? Text(int field) => Span(field, stackalloc char[KumoMtaJsonForm.Short]) is { IsEmpty: false } text ? text.ToString() : null;

    /// <summary>The same; empty when it is neither.</summary>
    /// <param name="buffer">Used where it is long enough.</param>
    public ReadOnlySpan<char> Span(int field, Span<char> buffer)
    {
        var (kind, start, length) = _values[field];
        if (kind is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return [];
        }
        var raw = kind is JsonTokenType.String ? _json.Slice(start + 1, length - 2) : _json.Slice(start, length);
        return raw.Contains((byte)'\\') ? Unescaped(_json.Slice(start, length)).AsSpan().Trim()
            : raw.Length <= buffer.Length ? buffer[..Encoding.UTF8.GetChars(raw, buffer)].Trim()
            : Encoding.UTF8.GetString(raw).AsSpan().Trim();
    }

    /// <summary>A whole number, also when it is written as text.</summary>
    public int? Number(int field) =>
        int.TryParse(Span(field, stackalloc char[32]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The list itself, as a document.</summary>
    public JsonDocument List(int field)
    {
        var reader = new Utf8JsonReader(_json.Slice(_values[field].Start, _values[field].Length));
        return JsonDocument.ParseValue(ref reader);
    }

    private static void ReadObject(ref Utf8JsonReader reader, IReadOnlyList<KumoMtaField> fields, scoped Span<Value> values)
    {
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndObject)
        {
            var field = Find(ref reader, fields);
            reader.Read();
            var (kind, start) = (reader.TokenType, (int)reader.TokenStartIndex);
            if (field is null)
            {
                reader.Skip();
                continue;
            }
            // Of a name that stands twice the last counts, with what it holds.
            foreach (var inner in field.Inner)
            {
                Forget(inner, values);
            }
            if (kind is JsonTokenType.StartObject && field.Inner.Length > 0)
            {
                ReadObject(ref reader, field.Inner, values);
            }
            else
            {
                reader.Skip();
            }
            values[field.Number] = new Value(kind, start, (int)reader.BytesConsumed - start);
        }
    }

    private static void Forget(KumoMtaField field, Span<Value> values)
    {
        values[field.Number] = default;
        foreach (var inner in field.Inner)
        {
            Forget(inner, values);
        }
    }

    private static KumoMtaField? Find(ref Utf8JsonReader reader, IReadOnlyList<KumoMtaField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (reader.ValueTextEquals(fields[i].Bytes))
            {
                return fields[i];
            }
        }
        return null;
    }

    // A text with half a surrogate pair ("\ud800") is well-formed JSON and no text: it is unknown.
    private static string? Unescaped(ReadOnlySpan<byte> quoted)
    {
        var reader = new Utf8JsonReader(quoted);
        reader.Read();
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
