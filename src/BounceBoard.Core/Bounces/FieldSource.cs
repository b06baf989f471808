namespace BounceBoard.Core.Bounces;

/// <summary>Where a field's value comes from: said by the evidence, worked out from it, or not known. Nothing is guessed.</summary>
public enum FieldSource { Unknown, Derived, Stated }
