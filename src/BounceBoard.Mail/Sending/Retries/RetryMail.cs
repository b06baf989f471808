using System.Text;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The bytes of a retry: the mail that bounced, sent again as a new mail, or a labelled test message. There is no third kind and no free text.</summary>
public static class RetryMail
{
    /// <summary>Header field that names the mail that bounced.</summary>
    public const string OriginalIdField = "X-BounceBoard-Original-Message-ID";

    // What tells of the first way, or was signed over what now changes (RFC 6376 §3.5, RFC 8617); Bcc is nobody's business.
    private static readonly HashSet<string> OfTheFirstWay = new(StringComparer.OrdinalIgnoreCase)
    {
        "Return-Path", "Received", "Received-SPF", "Delivered-To", "X-Original-To", "Envelope-To", "Authentication-Results", "Bcc",
        "DKIM-Signature", "DomainKey-Signature", "ARC-Seal", "ARC-Message-Signature", "ARC-Authentication-Results", OriginalIdField,
    };

    /// <summary>The original with a new id; every other field of its author and every byte of its body stay.</summary>
    /// <param name="original">As <see cref="OriginalMessage"/> found it.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="key">Null: the smarthost signs, or nobody.</param>
    public static ReadOnlyMemory<byte> Original(ReadOnlySpan<byte> original, string messageId, DkimKey? key)
    {
        var bytes = CrLf.Of(original);
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var header = bytes.AsSpan(0, end < 0 ? bytes.Length : end + 2);
        var body = end < 0 ? default : bytes.AsSpan(end + 4);
        // MIME's default is 7bit (RFC 2045 §6.1): eight bits that were not announced are announced now.
        var eightBit = !Ascii.IsValid(body);
        var kept = new MemoryStream(bytes.Length + 512);
        kept.Write(Encoding.ASCII.GetBytes($"Message-ID: <{messageId}>\r\n"));
        foreach (var field in HeaderFields.Of(header))
        {
            var name = HeaderFields.Name(header[field]);
            if (name.Equals("Message-ID", StringComparison.OrdinalIgnoreCase))
            {
                kept.Write(Encoding.ASCII.GetBytes(OriginalIdField));
                kept.Write(header[field][name.Length..]);
            }
            else if (!OfTheFirstWay.Contains(name) && !(eightBit && name.Equals("Content-Transfer-Encoding", StringComparison.OrdinalIgnoreCase)))
            {
                kept.Write(header[field]);
            }
        }
        kept.Write(eightBit ? "Content-Transfer-Encoding: 8bit\r\n\r\n"u8 : "\r\n"u8);
        kept.Write(body);
        return key is null ? kept.ToArray() : key.Signed(kept.ToArray());
    }

    /// <summary>A mail of fixed words to one recipient, labelled as what it is.</summary>
    public static ReadOnlyMemory<byte> Test(TestMail mail, DkimKey? key)
    {
        var bytes = TestMessage.Of(mail);
        return key is null ? bytes : key.Signed(bytes);
    }
}
