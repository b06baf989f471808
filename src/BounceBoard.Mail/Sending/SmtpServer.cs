namespace BounceBoard.Mail.Sending;

/// <summary>A server that takes our mail (RFC 6409).</summary>
/// <param name="User">Empty: without signing in.</param>
public sealed record SmtpServer(string Host, int Port, SmtpTls Tls, string User, string Password)
{
    // The password stays out of every log.
    public override string ToString() => $"{Host}:{Port}";
}
