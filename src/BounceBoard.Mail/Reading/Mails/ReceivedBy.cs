using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>One Received line (RFC 5321 §4.4): who handed the mail to whom.</summary>
/// <param name="From">The name that the server found for the client, or else the client's own; null when it has none.</param>
internal sealed record ReceivedBy(string? From, string? By)
{
    /// <param name="value"><c>from out1.sender.test (out1.sender.test [192.0.2.9]) by gw.example.net (Postfix) with ESMTPS …</c></param>
    /// <returns>Null when it names nobody.</returns>
    public static ReceivedBy? Read(string value)
    {
        var line = SmtpReply.Collapsed(value[..Math.Min(value.Length, 1000)]);
        var by = line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) ? 0 : line.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        var from = line.StartsWith("from ", StringComparison.OrdinalIgnoreCase) ? line.AsSpan(5, Math.Max((by > 5 ? by : line.Length) - 5, 0)) : [];
        var open = from.IndexOf('(');
        var found = open < 0 ? null : Word(from[(open + 1)..]);
        return by < 0 && from.IsEmpty ? null : new ReceivedBy(found ?? Word(from), by < 0 ? null : Word(line.AsSpan(by).TrimStart()[3..]));
    }

    private static string? Word(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny(" ()[;");
        return RemoteHost.HostName(end < 0 ? text : text[..end]);
    }
}
