using BounceBoard.Core.Bounces;

namespace BounceBoard.Mail.Reading.LooseBounces;

/// <summary>A recipient and the words that stand beside it.</summary>
internal sealed record LooseEntry(string? Recipient, string Words)
{
    /// <summary>What the form itself says it means, where the words alone do not; null leaves it to the words.</summary>
    public BounceCategory? Category { get; init; }

    /// <summary>Set where the form only ever tells of one step of the session.</summary>
    public SmtpStage? Stage { get; init; }
}
