namespace BounceBoard.Mail.Sending.Retries;

/// <summary>What a test message names besides its fixed words.</summary>
/// <param name="From">An address of the domain whose mail bounced.</param>
/// <param name="MessageId">Without angle brackets.</param>
/// <param name="OriginalId">Message-ID of the mail that bounced, without angle brackets; null when its bounce did not tell.</param>
/// <param name="RefusedAt">When the recipient's server refused it.</param>
public sealed record TestMail(string From, string To, string MessageId, string? OriginalId, DateTimeOffset RefusedAt, DateTimeOffset At);
