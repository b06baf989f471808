namespace BounceBoard.Operations;

/// <summary>The value of a change that has none.</summary>
public readonly record struct Unit;
