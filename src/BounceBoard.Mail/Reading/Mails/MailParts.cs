using System.Text;
using System.Text.Unicode;
using MimeKit;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>Lays the tree of a mail's parts out in order, without what stands in returned or forwarded mails.</summary>
internal static class MailParts
{
    /// <summary>A report's own texts are short; a longer part is an attachment and only its beginning is looked at.</summary>
    private const int MostCharacters = 512 * 1024;

    public static IReadOnlyList<MailPart> Of(MimeMessage message)
    {
        var parts = new List<MailPart>();
        Add(message.Body, parts, withHtml: false);
        if (parts.Exists(part => part.Type == "text/plain" && !string.IsNullOrWhiteSpace(part.Text)))
        {
            return [.. parts.Select(part => part with { IsHuman = part.Type == "text/plain" })];
        }
        // HTML says the same as the plain text beside it, and costs more to read than all the rest: only where it stands alone.
        parts.Clear();
        Add(message.Body, parts, withHtml: true);
        return [.. parts.Select(part => part with { IsHuman = part.Type.StartsWith("text/", StringComparison.Ordinal) })];
    }

    /// <summary>True when one of these parts is labelled as a delivery status.</summary>
    public static bool HoldStatus(MimeEntity? entity) => entity switch
    {
        null => false,
        Multipart multipart => multipart.Any(HoldStatus),
        _ => entity.ContentType.MimeType.EndsWith("delivery-status", StringComparison.OrdinalIgnoreCase),
    };

    private static void Add(MimeEntity? entity, List<MailPart> parts, bool withHtml)
    {
        switch (entity)
        {
            // The depth is bounded by the parser's own limit.
            case Multipart multipart:
                // Where the boundary is lost (an unfolded header line), everything stands in the preamble.
                AddText("text/plain", multipart.Preamble is { } preamble && (multipart.Count == 0 || StatusWords.IsStatus(preamble)) ? preamble : "", parts);
                foreach (var child in multipart)
                {
                    Add(child, parts, withHtml);
                }
                break;
            case TextPart text when text.IsHtml:
                AddText("text/html", withHtml ? HtmlText.Of(Cut(PartText.Of(text))) : "", parts);
                break;
            case TextPart text:
                AddText(TypeOf(text), Cut(PartText.Of(text)), parts);
                break;
            case MimePart part when part.Content is not null && MayBeText(part):
                AddText(TypeOf(part), Decoded(part), parts);
                break;
            default:
                break;
        }
    }

    private static void AddText(string type, string text, List<MailPart> parts)
    {
        if (text.Length > 0)
        {
            parts.Add(new MailPart(type, text, false));
        }
    }

    private static string TypeOf(MimeEntity entity) => entity.ContentType.MimeType.ToLowerInvariant();

    // Status parts come labelled as message/*, text/*, application/octet-stream or not at all.
    private static bool MayBeText(MimePart part) =>
        part.ContentType.MediaType is var type && (type.Equals("message", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text", StringComparison.OrdinalIgnoreCase) || part.ContentType.MimeType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase));

    private static string Decoded(MimePart part)
    {
        var bytes = PartText.BytesOf(part);
        bytes = bytes[..Math.Min(bytes.Length, MostCharacters)];
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static string Cut(string text) => text.Length > MostCharacters ? text[..MostCharacters] : text;
}
