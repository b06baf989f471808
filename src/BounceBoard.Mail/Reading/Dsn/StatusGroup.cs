namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>One block of status fields (RFC 3464 §2.1): that of the message, or that of one recipient.</summary>
internal sealed class StatusGroup
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    public bool IsRecipient => _fields.ContainsKey("Final-Recipient") || _fields.ContainsKey("Original-Recipient") || _fields.ContainsKey("Action");

    /// <summary>The field's value, folds collapsed; null when it is absent or empty.</summary>
    public string? this[string field] => _fields.TryGetValue(field, out var value) && value.Length > 0 ? value : null;

    /// <summary>The first value counts, but a second Diagnostic-Code adds to the first: some gateways pass on both.</summary>
    public bool TryAdd(string field, string value)
    {
        if (_fields.TryAdd(field, value))
        {
            return true;
        }
        if (field.Equals("Diagnostic-Code", StringComparison.OrdinalIgnoreCase))
        {
            _fields[field] += " " + value;
        }
        return !field.Equals("Final-Recipient", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The value without its type (<c>rfc822;</c>, <c>dns;</c>, <c>smtp;</c>).</summary>
    public string? Untyped(string field)
    {
        var value = this[field];
        var semicolon = value?.IndexOf(';', StringComparison.Ordinal) ?? -1;
        var typed = semicolon >= 0 && semicolon < 20 && !value.AsSpan(0, semicolon).Trim().ContainsAny(" @<.");
        var text = typed ? value?[(semicolon + 1)..].Trim() : value;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>True when the value carries a type, as the standard asks.</summary>
    public bool IsTyped(string field) => this[field] is { } value && value.IndexOf(';', StringComparison.Ordinal) is >= 0 and < 20;
}
