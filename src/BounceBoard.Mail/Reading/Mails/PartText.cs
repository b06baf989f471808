using System.Text;
using MimeKit;
using MimeKit.IO;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>
/// The text of one part. Nearly all reports are ASCII: these are taken as they stand, which costs a tenth of MimeKit's chain of filters for transfer encoding,
/// line ends and charset; whatever needs a charset goes through that.
/// </summary>
internal static class PartText
{
    // In these a byte below 128 is the character of that number.
    private static readonly string[] AsciiBased = ["us-ascii", "utf-8", "iso-8859-1", "iso-8859-15", "windows-1252"];

    /// <summary>Line ends are those of the system, as MimeKit gives them.</summary>
    public static string Of(TextPart part)
    {
        if (part.Content is null || !IsAsciiBased(part) || FormatOptions.Default.NewLineFormat is not NewLineFormat.Unix)
        {
            return part.Text;
        }
        var bytes = BytesOf(part);
        return Ascii.IsValid(bytes) && !bytes.EndsWith("\r"u8) ? Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal) : part.Text;
    }

    /// <summary>The content without its transfer encoding; valid as long as the mail is.</summary>
    public static ReadOnlySpan<byte> BytesOf(MimePart part)
    {
        if (part.Content is not { } content)
        {
            return [];
        }
        if (content.Encoding is ContentEncoding.Default or ContentEncoding.SevenBit or ContentEncoding.EightBit or ContentEncoding.Binary
            && content.Stream is BoundStream { BaseStream: MemoryStream mail, EndBoundary: >= 0 } bound && mail.TryGetBuffer(out var whole))
        {
            return whole.AsSpan((int)bound.StartBoundary, (int)(bound.EndBoundary - bound.StartBoundary));
        }
        using var decoded = new MemoryStream();
        content.DecodeTo(decoded);
        return decoded.GetBuffer().AsSpan(0, (int)decoded.Length);
    }

    // HTML without a charset may name one in its head.
    private static bool IsAsciiBased(TextPart part) => part.ContentType.Charset is { } charset
        ? Array.Exists(AsciiBased, known => known.Equals(charset, StringComparison.OrdinalIgnoreCase))
        : !part.IsHtml;
}
