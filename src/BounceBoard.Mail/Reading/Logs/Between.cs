namespace BounceBoard.Mail.Reading.Logs;

/// <summary>Cuts values out of lines.</summary>
internal static class Between
{
    /// <summary>What stands after <paramref name="before"/> up to <paramref name="after"/>, or to the end; empty when the first is not there.</summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var at = text.IndexOf(before);
        if (at < 0)
        {
            return [];
        }
        text = text[(at + before.Length)..];
        var end = text.IndexOf(after);
        return end < 0 ? text : text[..end];
    }

    /// <summary>The value as text; null when it is empty.</summary>
    public static string? Text(ReadOnlySpan<char> text, ReadOnlySpan<char> before, ReadOnlySpan<char> after) => Of(text, before, after) is { IsEmpty: false } value ? value.ToString() : null;
}
