using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading;

/// <summary>What a reply says by itself, whoever gave it.</summary>
/// <param name="Given">As the source passes it on.</param>
/// <param name="Text">Without what the source puts around it.</param>
internal sealed record ReplyReading(string Given, string Text, int? Code, string? Status, SmtpStage? Stage)
{
    public static ReplyReading Of(string given)
    {
        var text = SmtpReply.Unwrapped(SmtpReply.Collapsed(WithoutType(given)));
        return new ReplyReading(given, text, SmtpReply.CodeOf(text), EnhancedStatusCode.Find(text), StageWords.Find(given));
    }

    // "smtp; 550 5.1.1 …" (RFC 3464 §2.3.6).
    private static string WithoutType(string reply)
    {
        var semicolon = reply.IndexOf(';', StringComparison.Ordinal);
        return semicolon is > 0 and < 12 && reply.AsSpan(0, semicolon).Trim().Equals("smtp", StringComparison.OrdinalIgnoreCase) ? reply[(semicolon + 1)..] : reply;
    }
}
