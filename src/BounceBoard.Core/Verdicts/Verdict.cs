namespace BounceBoard.Core.Verdicts;

/// <summary>What to do with the address. Order is caution: Suppress is the one that must be earned.</summary>
public enum Verdict { Retry, Investigate, Suppress }
