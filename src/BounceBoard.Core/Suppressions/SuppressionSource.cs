namespace BounceBoard.Core.Suppressions;

/// <summary>Who added an entry.</summary>
public enum SuppressionSource { Rules, Feedback, Person, Program, Import }
