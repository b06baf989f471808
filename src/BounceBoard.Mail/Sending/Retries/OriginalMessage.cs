using System.Text;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Unpacking;
using MimeKit;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Takes the mail that bounced out of its bounce (message/rfc822 in a multipart/report, RFC 6522), when it is there to its last byte.</summary>
public static class OriginalMessage
{
    /// <summary>Largest bounce that is looked into, in bytes.</summary>
    public const int LargestBounce = 10 * 1024 * 1024;

    private static readonly FormatOptions CrLfLines = WithCrLf();

    /// <summary>Never throws on what the mail says.</summary>
    public static OriginalFinding Find(Stream mail)
    {
        var bytes = new byte[LargestBounce + 1];
        var length = mail.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > LargestBounce ? Without(OriginalFault.TooLarge) : Find(bytes.AsMemory(0, length));
    }

    /// <summary>Never throws on what the mail says.</summary>
    public static OriginalFinding Find(ReadOnlyMemory<byte> mail)
    {
        if (mail.Length > LargestBounce)
        {
            return Without(OriginalFault.TooLarge);
        }
        if (ReceivedMail.TryRead(mail, InputLimits.Default, out var bounce) is not null || bounce is null)
        {
            return Without(OriginalFault.Unreadable);
        }
        using (bounce)
        {
            var part = Attached(bounce.Message.Body);
            return FaultOf(part, bounce.Message, mail.Span) is { } fault ? Without(fault) : Written(part?.Message);
        }
    }

    private static OriginalFault? FaultOf(MessagePart? part, MimeMessage bounce, ReadOnlySpan<byte> mail) => part switch
    {
        null => OriginalFault.NotAttached,
        TextRfc822Headers or { Message: null or { Body: null } } => OriginalFault.HeaderOnly,
        _ when IsOpen(bounce.Body, mail) || IsOpen(part.Message.Body, mail) => OriginalFault.CutOff,
        { Message.Body: MimePart { Content: null } or Multipart { Count: 0 } } => OriginalFault.HeaderOnly,
        _ when part.Message.From.Count == 0 => OriginalFault.NoSender,
        _ => null,
    };

    private static OriginalFinding Written(MimeMessage? message)
    {
        using var bytes = new MemoryStream();
        message?.WriteTo(CrLfLines, bytes);
        var end = bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf("\r\n\r\n"u8);
        return end < 0 || end + 4 == bytes.Length ? Without(OriginalFault.HeaderOnly) : new OriginalFinding(bytes.ToArray(), null);
    }

    private static MessagePart? Attached(MimeEntity? entity) => entity switch
    {
        MessagePart message => message,
        Multipart multipart => multipart.Select(Attached).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // A server that cuts what it returns leaves a multipart without its closing line (RFC 2046 §5.1.1).
    private static bool IsOpen(MimeEntity? entity, ReadOnlySpan<byte> mail)
    {
        if (entity is not Multipart multipart)
        {
            return false;
        }
        if (multipart.Boundary is not { Length: > 0 } boundary || mail.IndexOf(Encoding.UTF8.GetBytes($"\n--{boundary}--")) < 0)
        {
            return true;
        }
        foreach (var child in multipart)
        {
            if (IsOpen(child, mail))
            {
                return true;
            }
        }
        return false;
    }

    private static OriginalFinding Without(OriginalFault fault) => new(default, fault);

    private static FormatOptions WithCrLf()
    {
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        return options;
    }
}
