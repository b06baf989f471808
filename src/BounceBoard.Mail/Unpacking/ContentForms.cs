using System.Text;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Recognises a file by its first bytes and lines.</summary>
internal static class ContentForms
{
    private const int MostLines = 200;

    public static ContentForm Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
        {
            return ContentForm.Zip;
        }
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1f, 0x8b]))
        {
            return ContentForm.Gzip;
        }
        // RFC 8878 section 3.1.1.
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xb5, 0x2f, 0xfd]))
        {
            return ContentForm.Zstandard;
        }
        if (head.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0]))
        {
            return ContentForm.OutlookMsg;
        }
        if (head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xfe]) || head.StartsWith((ReadOnlySpan<byte>)[0xfe, 0xff]))
        {
            return ContentForm.Utf16;
        }
        if (FirstLines(head, MailLines.Enough) is var few && MailLines.IsSurelyMail(few))
        {
            return ContentForm.Mail;
        }
        if (few.Count > 0 && MailLines.IsMboxMark(few[0]) && few.Skip(1).Take(3).Any(MailLines.IsHeader))
        {
            return ContentForm.Mbox;
        }
        var lines = FirstLines(head, MostLines);
        return lines.Count == 0 ? ContentForm.Empty : OfLines(lines, head);
    }

    private static ContentForm OfLines(List<string> lines, ReadOnlySpan<byte> head)
    {
        if (LogLines.IsLog(lines) || JsonLines.IsLog(lines))
        {
            return ContentForm.Log;
        }
        if (JsonLines.IsDocument(lines))
        {
            return ContentForm.Json;
        }
        if (TranscriptLines.IsTranscript(lines))
        {
            return ContentForm.Transcript;
        }
        if (MailLines.IsMail(lines))
        {
            return ContentForm.Mail;
        }
        return IsBinary(head) ? ContentForm.Binary : TranscriptLines.HoldsReply(lines) ? ContentForm.Transcript : ContentForm.Text;
    }

    // Latin-1 keeps every byte as one character: nothing here depends on the charset.
    private static List<string> FirstLines(ReadOnlySpan<byte> head, int most)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xef, 0xbb, 0xbf]))
        {
            head = head[3..];
        }
        var lines = new List<string>();
        foreach (var range in head.SplitAny((byte)'\r', (byte)'\n'))
        {
            var line = head[range];
            if (line.ContainsAnyExcept(" \t\0"u8))
            {
                lines.Add(Encoding.Latin1.GetString(line[..Math.Min(line.Length, 2000)]));
            }
            if (lines.Count == most)
            {
                break;
            }
        }
        return lines;
    }

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var control = 0;
        foreach (var b in head)
        {
            control += b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or 0x1b or 0x0c) ? 1 : 0;
        }
        return control * 50 > head.Length;
    }
}
