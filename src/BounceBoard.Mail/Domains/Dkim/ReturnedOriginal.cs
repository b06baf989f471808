using System.Runtime.InteropServices;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Unpacking;
using MimeKit;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>The mail that a report of a bounce returns (RFC 3462 §2), in the octets in which it stands there.</summary>
/// <param name="Mail">Header and, where it is returned, text.</param>
/// <param name="HasBody">False where only the header came back: signatures are over the text too, and cannot be verified without it.</param>
public sealed record ReturnedOriginal(ReadOnlyMemory<byte> Mail, bool HasBody)
{
    /// <returns>Null when the report returns nothing, or is no mail that can be read.</returns>
    public static ReturnedOriginal? Find(ReadOnlyMemory<byte> report)
    {
        var bytes = MailBytes.Prepared(report);
        var limits = InputLimits.Default;
        if (MailBytes.Problem(bytes.Span, limits) is not null)
        {
            return null;
        }
        try
        {
            return Find(bytes, new ParserOptions { MaxMimeDepth = limits.MimeDepth });
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // What MimeKit writes again of a mail may differ from what stood there; a signature is over what stood there.
    private static ReturnedOriginal? Find(ReadOnlyMemory<byte> bytes, ParserOptions options)
    {
        (long Begin, long Header, long End)? inner = null;
        using var stream = new MemoryStream(MemoryMarshal.TryGetArray(bytes, out var held) && held.Array is { } array && held.Offset == 0 && held.Count == array.Length ? array : bytes.ToArray(), writable: false);
        var parser = new MimeParser(options, stream, MimeFormat.Entity);
        // Of mails inside the returned one the end comes first: the outermost stays.
        parser.MimeMessageEnd += (_, ended) => inner = ended.Parent is null ? inner : (ended.BeginOffset, ended.HeadersEndOffset, ended.EndOffset);
        using var message = parser.ParseMessage();
        if (inner is { } at && at.End <= bytes.Length && at.Begin < at.Header)
        {
            var hasBody = at.Header < at.End && bytes.Span[(int)at.Header..(int)at.End].ContainsAnyExcept(" \t\r\n"u8);
            return new ReturnedOriginal(bytes[(int)at.Begin..(int)at.End], hasBody);
        }
        var header = message.BodyParts.OfType<MimePart>().FirstOrDefault(part => part.ContentType.IsMimeType("text", "rfc822-headers") && part.Content is not null);
        return header is null ? null : new ReturnedOriginal(PartText.BytesOf(header).ToArray(), HasBody: false);
    }
}
