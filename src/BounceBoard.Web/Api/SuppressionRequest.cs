namespace BounceBoard.Web.Api;

/// <summary>Body of a call that adds one address.</summary>
/// <param name="Reason"><c>manual</c> (when left out), <c>imported</c>, <c>complaint</c> or <c>unsubscribe</c>.</param>
internal sealed record SuppressionRequest(string? Address, string? Reason, string? Note);
