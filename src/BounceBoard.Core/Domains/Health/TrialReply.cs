namespace BounceBoard.Core.Domains.Health;

/// <summary>What a mail server said to one command of a trial; no mail followed.</summary>
/// <param name="Command">As it was sent, without its line end.</param>
/// <param name="Code">Of the reply (RFC 5321 §4.2.1).</param>
/// <param name="Text">Of the reply, its lines joined and shortened; empty where it would name people.</param>
public sealed record TrialReply(TrialQuestion Question, string Command, int Code, string Text)
{
    /// <summary>The server would go on.</summary>
    public bool IsAccepted => Code is >= 200 and < 300;

    /// <summary>The server will never go on, not only for the moment.</summary>
    public bool IsRefused => Code is >= 500 and < 600;

    public override string ToString() => $"{Command}: {Code} {Text}".TrimEnd();
}
