namespace BounceBoard.Storage.Bounces;

/// <summary>This evidence told of this refusal.</summary>
public readonly record struct EvidenceLink(long RefusalId, long EvidenceId);
