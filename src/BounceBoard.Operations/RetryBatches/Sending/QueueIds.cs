namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Reads out of a reply to the final dot what the relay calls the mail, so that log lines which name no Message-ID can be joined.</summary>
internal static class QueueIds
{
    private const int Shortest = 6;
    private const int Longest = 64;

    // Postfix "250 2.0.0 Ok: queued as 4Xyz", Exim "250 OK id=1sAbcd-000", Sendmail "250 2.0.0 44F… Message accepted for delivery", Haraka "Message Queued (…)".
    private static readonly string[] Before = ["queued as ", " id=", "Message Queued (", "queued with ID "];

    /// <returns>Null when the reply names none.</returns>
    public static string? Find(string reply)
    {
        foreach (var mark in Before)
        {
            var at = reply.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Word(reply.AsSpan(at + mark.Length)) is { } found)
            {
                return found;
            }
        }
        var accepted = reply.IndexOf(" Message accepted for delivery", StringComparison.OrdinalIgnoreCase);
        return accepted > 0 ? Word(reply.AsSpan(reply.LastIndexOf(' ', accepted - 1) + 1)) : null;
    }

    private static string? Word(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.'))
        {
            length++;
        }
        var word = text[..length].TrimEnd('.');
        return word.Length is >= Shortest and <= Longest ? word.ToString() : null;
    }
}
