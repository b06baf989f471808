namespace BounceBoard.Web.Components;

/// <summary>Attributes that join a control to its label, hint and fault.</summary>
/// <param name="Invalid">Value of <c>aria-invalid</c>; null when the input stands.</param>
public sealed record FieldIds(string Id, string? DescribedBy, string? Invalid);
