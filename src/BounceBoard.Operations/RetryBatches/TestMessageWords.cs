using System.Text;
using BounceBoard.Mail.Sending.Retries;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>The test message as a recipient reads it, for whoever decides whether it is sent.</summary>
public static class TestMessageWords
{
    /// <param name="sender">Envelope sender of a mail that bounced: its domain is named in the text.</param>
    /// <param name="refusedAt">Its day is named in the text.</param>
    /// <returns>Subject, an empty line, and the words; lines end in LF.</returns>
    public static string Of(string sender, DateTimeOffset refusedAt)
    {
        var mail = new TestMail(sender, sender, "shown@bounceboard.invalid", null, refusedAt, refusedAt);
        var text = Encoding.ASCII.GetString(RetryMail.Test(mail, null).Span).ReplaceLineEndings("\n");
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var subject = text[..end].Split('\n').FirstOrDefault(line => line.StartsWith("Subject:", StringComparison.OrdinalIgnoreCase)) ?? "Subject:";
        return $"{subject}\n\n{text[(end + 2)..].Trim()}";
    }
}
