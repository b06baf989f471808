namespace BounceBoard.Core.Evidence;

/// <summary>Received: stored, not parsed yet. Parsed: its facts stand in the tables. Quarantined: kept, not readable, see its reason.</summary>
public enum EvidenceState { Received, Parsed, Quarantined }
