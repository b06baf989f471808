namespace BounceBoard.Core.Evidence;

/// <summary>What the bytes are, as far as the first look tells.</summary>
public enum EvidenceKind { Mail, Log, Transcript, Webhook, Unknown }
