namespace BounceBoard.Core.Suppressions;

/// <summary>Suggested: the rules would, a person has not said so yet, mail still goes. Held: no mail. Released: mail goes again, the entry stays as history.</summary>
public enum SuppressionState { Suggested, Held, Released }
