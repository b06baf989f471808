using System.Text;
using BounceBoard.Mail.Reading.Mails;
using MimeKit;

namespace BounceBoard.Mail.Reading.Dsn;

/// <summary>Tells a report whose mail ends in the middle of the delivery status part: what stands there is read, but more may have followed.</summary>
internal static class CutReport
{
    /// <returns>Where the mail ends, or null when the status part is whole.</returns>
    public static string? Problem(ReceivedMail mail, ReadOnlySpan<byte> content)
    {
        // A part behind the status part shows that this one is whole, even if the mail's own end is lost.
        if (mail.Message.Body is not Multipart { Count: > 0 } multipart || multipart.Boundary is not { Length: > 0 } boundary
            || !multipart[^1].ContentType.MimeType.EndsWith("delivery-status", StringComparison.OrdinalIgnoreCase)
            || content.LastIndexOf(Encoding.Latin1.GetBytes($"--{boundary}--")) >= 0)
        {
            return null;
        }
        var lines = Math.Max(content.Count((byte)'\n'), content.Count((byte)'\r')) + 1;
        return $"The mail ends inside its delivery status part (line {lines}): what stands there was read, fields and recipients may be missing. Send the whole mail.";
    }
}
