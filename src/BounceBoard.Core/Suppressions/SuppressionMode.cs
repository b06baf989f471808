namespace BounceBoard.Core.Suppressions;

/// <summary>
/// What becomes of an address that the rules would suppress. Suggest is the default: a wrong suppression loses a good address without a sound, a
/// click costs a second, and an installation must first see the rules be right on its own mail. Complaints do not ask: they are the recipient's word.
/// </summary>
public enum SuppressionMode { Suggest, Automatic, Off }
