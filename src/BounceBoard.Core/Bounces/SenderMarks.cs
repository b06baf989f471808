namespace BounceBoard.Core.Bounces;

/// <summary>What evidence tells of the system that sent a mail, beside its address: in whose name, by whom signed, what it called itself.</summary>
public sealed record SenderMarks
{
    /// <summary>Domain of the From field of the mail, in lower-case A-labels; null when the evidence does not return it.</summary>
    public string? AuthorDomain { get; init; }

    /// <summary>Every signature of the mail, the first first.</summary>
    public IReadOnlyList<SignedBy> Signatures { get; init; } = [];

    /// <summary>Names that servers gave where they handed the mail over. Whoever wrote the evidence may have made them up.</summary>
    public IReadOnlyList<SenderGreeting> Greetings { get; init; } = [];
}
