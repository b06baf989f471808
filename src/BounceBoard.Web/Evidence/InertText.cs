using System.Buffers;
using System.Globalization;
using System.Text;

namespace BounceBoard.Web.Evidence;

/// <summary>Turns foreign bytes into text that does nothing: control, direction and invisible characters become marks, and no byte is dropped.</summary>
public static class InertText
{
    /// <summary>Reads UTF-8; a byte that is none is shown as itself.</summary>
    public static IReadOnlyList<InertSegment> Of(ReadOnlySpan<byte> bytes)
    {
        var (segments, plain) = (new List<InertSegment>(), new StringBuilder());
        while (!bytes.IsEmpty)
        {
            if (bytes is [(byte)'\r', (byte)'\n', ..])
            {
                // Line ends of mail are CRLF (RFC 5322 §2.1); a lone CR is a control character like any other.
                bytes = bytes[1..];
            }
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status == OperationStatus.Done)
            {
                Append(segments, plain, rune);
            }
            else
            {
                used = 1;
                Mark(segments, plain, Hex(bytes[0]), "a byte that is not UTF-8");
            }
            bytes = bytes[used..];
        }
        Flush(segments, plain);
        return segments;
    }

    private static void Append(List<InertSegment> segments, StringBuilder plain, Rune rune)
    {
        if (rune.Value is '\n' or '\t')
        {
            plain.Append((char)rune.Value);
        }
        else if (Meaning(rune) is { } meaning)
        {
            Mark(segments, plain, rune.Value < 0x80 ? Hex((byte)rune.Value) : string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"), meaning);
        }
        else
        {
            plain.Append(rune.ToString());
        }
    }

    // UAX #9 §2 for the direction characters; the invisible ones let two different names look the same (UTS #39).
    private static string? Meaning(Rune rune) => rune.Value switch
    {
        0x1B => "escape: starts a terminal command",
        0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) => "turns the direction of the text",
        0x00AD or (>= 0x200B and <= 0x200D) or 0x2060 or 0x180E or 0xFEFF => "an invisible character",
        0x2028 or 0x2029 => "a hidden line break",
        >= 0xE0000 and <= 0xE007F => "an invisible tag character",
        0xFFFD => "a character that could not be read",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control => "a control character",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format => "an invisible format character",
        _ => null,
    };

    private static string Hex(byte value) => string.Create(CultureInfo.InvariantCulture, $"\\x{value:X2}");

    private static void Mark(List<InertSegment> segments, StringBuilder plain, string name, string meaning)
    {
        Flush(segments, plain);
        segments.Add(new(name, meaning));
    }

    private static void Flush(List<InertSegment> segments, StringBuilder plain)
    {
        if (plain.Length > 0)
        {
            segments.Add(new(plain.ToString(), null));
            plain.Clear();
        }
    }
}
