namespace BounceBoard.Operations.Alerts;

/// <summary>What a destination said.</summary>
/// <param name="Text">SMTP reply, HTTP status, or what kept it from being heard.</param>
public sealed record AlertAnswer(AlertAnswerKind Kind, string Text);
