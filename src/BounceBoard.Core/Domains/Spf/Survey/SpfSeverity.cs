namespace BounceBoard.Core.Domains.Spf.Survey;

/// <summary>Error: receivers answer permerror, or the record protects nothing. Warning: it will, or for some. Note: worth knowing.</summary>
public enum SpfSeverity { Note, Warning, Error }
