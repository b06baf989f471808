using System.Runtime.CompilerServices;
using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>Splits a mail folder (mbox) of any length into its mails; one mail is in memory at a time.</summary>
internal static class MboxMails
{
    public static async IAsyncEnumerable<EvidenceItem> SplitAsync(
        Stream mbox, string name, InputLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var current = new MemoryStream();
        var tooLarge = false;
        var ordinal = 0;
        var blankBefore = false;
        await foreach (var line in ByteLines.ReadAsync(mbox, cancellationToken))
        {
            if (current.Length > 0 && blankBefore && IsMark(line.Span))
            {
                yield return Mail(name, ++ordinal, current, tooLarge, limits);
                (current, tooLarge) = (new MemoryStream(), false);
            }
            blankBefore = line.Span.Trim("\r\n"u8).IsEmpty;
            tooLarge |= current.Length + line.Length > limits.MailBytes;
            if (!tooLarge)
            {
                current.Write(line.Span);
            }
        }
        if (current.Length > 0)
        {
            yield return Mail(name, ++ordinal, current, tooLarge, limits);
        }
    }

    // In the body of a mail a line may begin with "From " and be unquoted; the mark also holds a time of day.
    private static bool IsMark(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8))
        {
            return false;
        }
        var colon = line.IndexOf((byte)':');
        return colon > 6 && colon + 2 < line.Length && char.IsAsciiDigit((char)line[colon - 1]) && char.IsAsciiDigit((char)line[colon + 1]);
    }

    private static EvidenceItem Mail(string name, int ordinal, MemoryStream mail, bool tooLarge, InputLimits limits) =>
        new($"{name}#{ordinal}", EvidenceKind.Mail, mail.GetBuffer().AsMemory(0, (int)mail.Length), null, ordinal,
            tooLarge ? $"mail {ordinal} of the folder is larger than {limits.MailBytes / (1024 * 1024)} MB; take its attachments off and send it alone" : null)
        { IsWhole = !tooLarge };
}
