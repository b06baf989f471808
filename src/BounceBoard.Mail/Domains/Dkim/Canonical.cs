using System.Buffers;
using System.Text;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Brings header and body into the form that is hashed (RFC 6376 §3.4).</summary>
internal static class Canonical
{
    /// <summary>A signed field.</summary>
    public static void Write(ArrayBufferWriter<byte> output, DkimField field, bool relaxed)
    {
        if (!relaxed)
        {
            output.Write(field.Raw.Span);
            return;
        }
        Relaxed(output, field.Name, field.Value);
        output.Write("\r\n"u8);
    }

    /// <summary>The signature's own field: without the value of <c>b</c> and without a line end (§3.7).</summary>
    public static void WriteSignature(ArrayBufferWriter<byte> output, DkimField field, bool relaxed)
    {
        var raw = field.Raw.Span[..^2];
        var (start, end) = ValueOfB(raw, field.ValueStart);
        byte[] emptied = [.. raw[..start], .. raw[end..]];
        if (relaxed)
            Relaxed(output, field.Name, emptied.AsSpan(field.ValueStart));
        else
            output.Write(emptied);
    }

    /// <summary>The body; an empty one is one line end when simple and nothing when relaxed (§3.4.3, §3.4.4).</summary>
    public static ReadOnlyMemory<byte> Body(ReadOnlySpan<byte> body, bool relaxed)
    {
        var output = new ArrayBufferWriter<byte>(body.Length + 2);
        if (relaxed)
        {
            RelaxedLines(output, body);
            body = output.WrittenSpan;
        }
        while (body.EndsWith("\r\n"u8))
        {
            body = body[..^2];
        }
        return relaxed && body.IsEmpty ? default(ReadOnlyMemory<byte>) : (byte[])[.. body, (byte)'\r', (byte)'\n'];
    }

    private static void RelaxedLines(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> body)
    {
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n');
            var line = (end < 0 ? body : body[..end]).TrimEnd("\r"u8).TrimEnd(" \t"u8);
            Squeeze(output, line);
            output.Write("\r\n"u8);
            body = end < 0 ? [] : body[(end + 1)..];
        }
    }

    private static void Relaxed(ArrayBufferWriter<byte> output, string name, ReadOnlySpan<byte> value)
    {
        output.Write(Encoding.Latin1.GetBytes(name.ToLowerInvariant()));
        output.Write(":"u8);
        Squeeze(output, value.Trim(" \t\r\n"u8));
    }

    // Line ends fall away, since they are folds here; white space of any length is one blank.
    private static void Squeeze(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            var white = text.IndexOfAny(" \t\r\n"u8);
            output.Write(white < 0 ? text : text[..white]);
            if (white >= 0)
                output.Write(" "u8);
            text = white < 0 ? [] : text[white..].TrimStart(" \t\r\n"u8);
        }
    }

    private static (int Start, int End) ValueOfB(ReadOnlySpan<byte> raw, int start)
    {
        while (start < raw.Length)
        {
            var semicolon = raw[start..].IndexOf((byte)';');
            var end = semicolon < 0 ? raw.Length : start + semicolon;
            var equals = raw[start..end].IndexOf((byte)'=');
            if (equals >= 0 && raw.Slice(start, equals).Trim(" \t\r\n"u8).SequenceEqual("b"u8))
                return (start + equals + 1, end);
            start = end + 1;
        }
        return (raw.Length, raw.Length);
    }
}
