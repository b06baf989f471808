namespace BounceBoard.Operations.SendingRoutes;

/// <summary>What a route said to its test.</summary>
/// <param name="Passed">A mail, or a post, was taken.</param>
/// <param name="Answer">The reply, or what kept it from being heard.</param>
/// <param name="Connected">The server that was really spoken to: its own name and its address; empty when there was none.</param>
/// <param name="Transcript">The conversation without secrets; empty for a post.</param>
/// <param name="Warning">What DNS says against the DKIM key; null when it says nothing.</param>
public sealed record RouteTestResult(bool Passed, string Answer, string Connected, string Transcript, string? Warning);
