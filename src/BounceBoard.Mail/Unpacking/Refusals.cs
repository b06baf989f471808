using BounceBoard.Core.Evidence;

namespace BounceBoard.Mail.Unpacking;

/// <summary>The texts with which files are refused: what it is, where that was seen, what to do.</summary>
internal static class Refusals
{
    /// <param name="whole">The archive as it came; null when it is too large to be kept.</param>
    public static EvidenceItem Archive(string name, string problem, ReadOnlyMemory<byte>? whole) =>
        new(name, EvidenceKind.Unknown, whole ?? ReadOnlyMemory<byte>.Empty, null, 1, $"The archive {problem.TrimEnd('.')}.") { IsWhole = whole is not null };

    public static string Of(ContentForm form, ReadOnlySpan<byte> content) => form switch
    {
        ContentForm.Empty => "The file is empty (0 bytes of text). Send the bounce mail with its full source, or a log file.",
        ContentForm.OutlookMsg =>
            "This is an Outlook message file (.msg, seen at byte 0), which does not hold the mail as it was sent. "
            + "In Outlook save it as .eml, or drag it to a folder from the web or new Outlook, and send that file.",
        ContentForm.Zip or ContentForm.Gzip or ContentForm.Zstandard => "This is an archive inside an archive (seen at byte 0). Unpack the outer one and send what it holds.",
        ContentForm.Utf16 => "The text is in UTF-16 (byte order mark at byte 0). Save it as UTF-8 or plain text and send it again.",
        ContentForm.Binary =>
            $"The file is binary: byte {ControlAt(content)} is no text, and it is no mail, log, zip, gzip or zstd file. Send the mail as .eml or the log as text.",
        ContentForm.Text or ContentForm.Mail or ContentForm.Mbox or ContentForm.Log or ContentForm.Transcript or ContentForm.Json =>
            "Nothing in this text is known: line 1 is neither a mail header nor a line of a known log nor of an SMTP session. "
            + "Send the whole bounce mail with its headers (\"show original\"), or the server's log.",
    };

    public static string TooLarge(InputLimits limits) =>
        $"The file is larger than {limits.MailBytes / (1024 * 1024)} MB, which is the most for one mail. Take the attachments off, or split the folder.";

    private static int ControlAt(ReadOnlySpan<byte> content)
    {
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] < 0x20 && content[i] is not ((byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return i;
            }
        }
        return 0;
    }
}
