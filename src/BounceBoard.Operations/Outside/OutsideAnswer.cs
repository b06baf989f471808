namespace BounceBoard.Operations.Outside;

/// <summary>What became of one GET.</summary>
/// <param name="Status">HTTP status; null when no answer came.</param>
/// <param name="MediaType">Without parameters, lower case; empty when not stated.</param>
/// <param name="Body">Empty without status 200.</param>
/// <param name="Problem">Why there is no body, as a sentence; empty when there is one.</param>
/// <param name="IsConnected">Somebody took the connection, so what failed after that is the other side's.</param>
internal sealed record OutsideAnswer(int? Status, string MediaType, string Body, string Problem, bool IsConnected);
