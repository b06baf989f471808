namespace BounceBoard.Core.Bounces.Classification;

/// <summary>What a server answered, in the form in which the rows are asked.</summary>
/// <param name="Words">The reply as <see cref="ReplyWords"/> makes it; empty when nothing was said.</param>
/// <param name="Status">Enhanced status code (RFC 3463).</param>
/// <param name="Host">Name of the refusing server, or else the recipient's domain.</param>
internal sealed record Answer(string Words, int? Reply, string? Status, SmtpStage? Stage, string? Host);
