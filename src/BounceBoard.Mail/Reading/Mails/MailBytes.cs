using System.Text;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>Looks over a mail's bytes before MimeKit does: line ends, the size of the header, the number of parts.</summary>
internal static class MailBytes
{
    /// <summary>The mail with LF or CRLF line ends and without an mbox mark in front.</summary>
    public static ReadOnlyMemory<byte> Prepared(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        var skip = bytes.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]) ? 3 : 0;
        while (skip < bytes.Length && bytes[skip] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t')
        {
            skip++;
        }
        if (bytes[skip..].StartsWith("From "u8) || bytes[skip..].StartsWith(">From "u8))
        {
            var end = bytes[skip..].IndexOfAny((byte)'\r', (byte)'\n');
            skip = end < 0 ? bytes.Length : skip + end;
            while (skip < bytes.Length && bytes[skip] is (byte)'\r' or (byte)'\n')
            {
                skip++;
            }
        }
        content = content[skip..];
        // Old Macs and some archives end lines with CR alone; RFC 5322 §2.3 forbids it, MimeKit does not read it.
        var feeds = content.Span.Count((byte)'\n');
        return content.Span.Count((byte)'\r') > feeds * 2 ? WithFeeds(content) : content;
    }

    /// <summary>Why the mail is not read, or null.</summary>
    public static string? Problem(ReadOnlySpan<byte> mail, InputLimits limits)
    {
        if (mail.Length > limits.MailBytes)
        {
            return $"The mail is larger than {limits.MailBytes / (1024 * 1024)} MB; take its attachments off and send it again.";
        }
        var header = HeaderLength(mail);
        if (header > limits.HeaderBytes)
        {
            return $"The mail's header is larger than {limits.HeaderBytes / 1024} kB (its end is not found by byte {limits.HeaderBytes}); "
                + "send the mail as the server stored it.";
        }
        var parts = Parts(mail);
        return parts > limits.MimeParts
            ? $"The mail has more than {limits.MimeParts} MIME parts ({parts} boundary lines): it is not read; send the bounce without its attachments."
            : null;
    }

    private static int HeaderLength(ReadOnlySpan<byte> mail)
    {
        var lf = mail.IndexOf("\n\n"u8);
        var crlf = mail.IndexOf("\n\r\n"u8);
        return (lf, crlf) switch
        {
            ( < 0, < 0) => mail.Length,
            ( < 0, _) => crlf,
            (_, < 0) => lf,
            _ => Math.Min(lf, crlf),
        };
    }

    // Counted from the bytes, because a million empty parts would first be built in memory. Linear: one look at each line.
    private static int Parts(ReadOnlySpan<byte> mail)
    {
        var boundaries = Boundaries(mail);
        var count = 0;
        var rest = mail;
        int at;
        while (boundaries.Count > 0 && (at = rest.IndexOf("\n--"u8)) >= 0)
        {
            rest = rest[(at + 3)..];
            var end = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var line = Encoding.Latin1.GetString(rest[..Math.Min(end < 0 ? rest.Length : end, 80)]).TrimEnd();
            count += boundaries.Contains(line) ? 1 : 0;
        }
        return count;
    }

    private static HashSet<string> Boundaries(ReadOnlySpan<byte> mail)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var rest = mail;
        int at;
        while (found.Count < 200 && (at = IndexOfBoundary(rest)) >= 0)
        {
            rest = rest[(at + "boundary=".Length)..];
            var value = rest[..Math.Min(rest.Length, 80)];
            var quoted = value.Length > 0 && value[0] == (byte)'"';
            value = quoted ? value[1..] : value;
            var end = quoted ? value.IndexOf((byte)'"') : value.IndexOfAny("; \t\r\n"u8);
            found.Add(Encoding.Latin1.GetString(end < 0 ? value : value[..end]));
        }
        return found;
    }

    private static int IndexOfBoundary(ReadOnlySpan<byte> bytes)
    {
        var lower = bytes.IndexOf("boundary="u8);
        var upper = bytes.IndexOf("Boundary="u8);
        return lower < 0 ? upper : upper < 0 ? lower : Math.Min(lower, upper);
    }

    private static byte[] WithFeeds(ReadOnlyMemory<byte> content)
    {
        var copy = content.ToArray();
        copy.AsSpan().Replace((byte)'\r', (byte)'\n');
        return copy;
    }
}
