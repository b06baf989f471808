namespace BounceBoard.Core.Domains;

/// <summary>Error: receivers refuse or ignore the record, or it protects nothing. Warning: it will, or for some. Note: worth knowing.</summary>
public enum FindingSeverity { Note, Warning, Error }
