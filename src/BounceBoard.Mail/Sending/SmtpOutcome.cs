namespace BounceBoard.Mail.Sending;

/// <summary>What a server said to a mail.</summary>
/// <param name="Reply">Its words, or what kept them from being heard.</param>
public sealed record SmtpOutcome(SmtpVerdict Verdict, string Reply);
