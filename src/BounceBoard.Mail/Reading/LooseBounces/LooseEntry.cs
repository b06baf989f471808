using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading.Phrases;

namespace BounceBoard.Mail.Reading.LooseBounces;

/// <summary>A recipient and the words that stand beside it.</summary>
internal sealed record LooseEntry(string? Recipient, string Words)
{
    /// <summary>What the form itself says it means, where the words alone do not; null leaves it to the words.</summary>
    public BounceCategory? Category { get; init; }

    /// <summary>Set where the form only ever tells of one step of the session.</summary>
    public SmtpStage? Stage { get; init; }

    /// <summary>The refusing server where it stands apart from the words; null leaves it to the words.</summary>
    public RemoteHost? Host { get; init; }

    /// <summary>The words from the first line that begins with a reply code; null when none does.</summary>
    public string? Reply { get; init; }

    /// <summary>True when the report names nobody and the returned mail's addressee is taken.</summary>
    public bool IsDerived { get; init; }
}
