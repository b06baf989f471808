namespace BounceBoard.Mail.Reading.LooseBounces;

/// <summary>A recipient and the words that stand beside it.</summary>
internal sealed record LooseEntry(string? Recipient, string Words);
