namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>One reply (RFC 5321 §4.2).</summary>
/// <param name="Lines">Texts behind the code, one per line; at least one.</param>
internal sealed record ProbeReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>The whole as one line, without the code.</summary>
    public string Text => string.Join(' ', Lines);

    public override string ToString() => $"{Code} {Text}".TrimEnd();
}
