using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>Reads out of a Received line (RFC 5321 §4.4) what the client called itself, and the address that the server saw.</summary>
internal static class ReceivedGreeting
{
    private const int LongestLine = 1000;
    private const int LongestName = 253;

    // qmail and Exim write the name that was said beside the one that they found; Postfix, Sendmail and Exchange begin with it.
    private static readonly string[] Said = ["helo=", "(HELO ", "(EHLO "];

    /// <returns>Null when the line does not tell both.</returns>
    public static SenderGreeting? Read(string value)
    {
        var line = SmtpReply.Collapsed(value[..Math.Min(value.Length, LongestLine)]);
        if (!line.StartsWith("from ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        var by = line.IndexOf(" by ", StringComparison.OrdinalIgnoreCase);
        var client = line.AsSpan(5, Math.Max(0, (by < 0 ? line.Length : by) - 5));
        return AddressIn(client) is { } address && HeloIn(client) is { } helo ? new SenderGreeting(helo, address) : null;
    }

    /// <summary>The name at the start of the text, lower case; null when it is an address literal or no name at all.</summary>
    public static string? NameIn(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        var end = text.IndexOfAny(" ()[];,>");
        var name = (end < 0 ? text : text[..end]).TrimEnd('.');
        return name.Length is > 0 and <= LongestName && !IPAddress.TryParse(name, out _) && IsHost(name) ? name.ToString().ToLowerInvariant() : null;
    }

    private static string? HeloIn(ReadOnlySpan<char> client)
    {
        foreach (var word in Said)
        {
            if (client.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return NameIn(client[(at + word.Length)..]);
            }
        }
        return client.StartsWith("unknown ", StringComparison.OrdinalIgnoreCase) ? null : NameIn(client);
    }

    private static IPAddress? AddressIn(ReadOnlySpan<char> client)
    {
        for (var open = client.IndexOfAny('[', '('); open >= 0; open = client.IndexOfAny('[', '('))
        {
            client = client[(open + 1)..];
            var close = client.IndexOfAny("]) ");
            var inner = close < 0 ? client : client[..close];
            inner = inner.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase) ? inner[5..] : inner;
            if (inner.ContainsAny('.', ':') && IPAddress.TryParse(inner, out var address))
            {
                return address;
            }
        }
        return null;
    }

    private static bool IsHost(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }
        return true;
    }
}
