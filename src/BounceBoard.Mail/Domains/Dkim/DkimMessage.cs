using System.Text;
using BounceBoard.Mail.Reading.Mails;
using BounceBoard.Mail.Sending.Retries;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>
/// A mail in the octets that were signed. MimeKit's own model is not used for it: what it writes again of a damaged mail may differ from
/// what came in, and a signature is over what came in.
/// </summary>
internal sealed class DkimMessage
{
    private DkimMessage(IReadOnlyList<DkimField> fields, ReadOnlyMemory<byte> body) => (Fields, Body) = (fields, body);

    /// <summary>In the order of the mail.</summary>
    public IReadOnlyList<DkimField> Fields { get; }

    /// <summary>Lines end in CRLF; empty when there is no body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Takes a mail as it is stored: files with LF line ends are read as the CRLF that was on the wire (RFC 6376 §5.3).</summary>
    public static DkimMessage Of(ReadOnlyMemory<byte> mail)
    {
        ReadOnlyMemory<byte> rest = CrLf.Of(MailBytes.Prepared(mail).Span);
        List<DkimField> fields = [];
        while (!rest.IsEmpty && !rest.Span.StartsWith("\r\n"u8))
        {
            var length = FieldLength(rest.Span);
            fields.Add(FieldOf(rest[..length]));
            rest = rest[length..];
        }
        return new DkimMessage(fields, rest.IsEmpty ? rest : rest[2..]);
    }

    private static int FieldLength(ReadOnlySpan<byte> rest)
    {
        var length = 0;
        do
        {
            length += rest[length..].IndexOf((byte)'\n') + 1;
        }
        while (length < rest.Length && rest[length] is (byte)' ' or (byte)'\t');
        return length;
    }

    private static DkimField FieldOf(ReadOnlyMemory<byte> raw)
    {
        var colon = raw.Span.IndexOf((byte)':');
        return colon < 0
            ? new DkimField("", raw, raw.Length)
            : new DkimField(Encoding.Latin1.GetString(raw.Span[..colon]).TrimEnd(' ', '\t'), raw, colon + 1);
    }
}
