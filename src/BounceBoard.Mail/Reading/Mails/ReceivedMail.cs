using System.Runtime.InteropServices;
using BounceBoard.Mail.Reading.Forms;
using BounceBoard.Mail.Unpacking;
using MimeKit;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>A mail that was read: its header, the texts of its parts, and what it returns of the mail that bounced.</summary>
internal sealed class ReceivedMail : IDisposable
{
    private string? _human;

    private ReturnedMail? _returned;

    private List<string>? _lines;

    private IReadOnlyList<MailPart>? _parts;

    private ReceivedMail(MimeMessage message) => Message = message;

    public MimeMessage Message { get; }

    /// <summary>The parts that are no returned mail, in order; decoded when first asked for, because most returned mails are never read.</summary>
    public IReadOnlyList<MailPart> Parts => _parts ??= MailParts.Of(Message);

    /// <summary>True when some part is labelled as a delivery status; nothing is decoded to tell.</summary>
    public bool HasStatusPart => MailParts.HoldStatus(Message.Body);

    /// <summary>What the report says to a person, all such parts together.</summary>
    public string Human => _human ??= string.Join("\n\n", Parts.Where(part => part.IsHuman).Select(part => part.Text));

    public ReturnedMail Returned => _returned ??= ReturnedMail.Find(Message, Parts);

    /// <summary>The first lines of <see cref="Human"/>, trimmed: many forms look for theirs.</summary>
    public List<string> Lines => _lines ??= FormLines.Of(Human);

    /// <summary>The value of the first header field of that name, unfolded; null when there is none.</summary>
    public string? Header(string field) => Message.Headers[field];

    /// <summary>The first mail attached to this one; null when there is none.</summary>
    public ReceivedMail? Attached() => ReturnedMail.Attached(Message) is { } inner ? new ReceivedMail(inner) : null;

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var held) && held.Array is { } array
            ? new MemoryStream(array, held.Offset, held.Count, writable: false, publiclyVisible: true)
            : new MemoryStream(bytes.ToArray(), writable: false);

    /// <summary>
    /// Every part of MimeKit's has a finalizer: what is not disposed of outlives its first collection with all it holds, and collecting took a fifth of all
    /// reading.
    /// </summary>
    public void Dispose() => Message.Dispose();

    /// <returns>Why it cannot be read, or null.</returns>
    public static string? TryRead(ReadOnlyMemory<byte> content, InputLimits limits, out ReceivedMail? mail)
    {
        mail = null;
        var prepared = MailBytes.Prepared(content);
        if (MailBytes.Problem(prepared.Span, limits) is { } problem)
        {
            return problem;
        }
        var options = new ParserOptions { MaxMimeDepth = limits.MimeDepth };
        try
        {
            // Persistent: the parts' contents stay where they are, in these bytes, and are not copied.
            mail = new ReceivedMail(new MimeParser(options, Stream(prepared), MimeFormat.Entity, persistent: true).ParseMessage());
            return null;
        }
        catch (FormatException broken)
        {
            return $"The mail cannot be read as a mail (header, line 1 onwards): {broken.Message} Send its full source as the server stored it.";
        }
    }
}
