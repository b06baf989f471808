using BounceBoard.Mail.Sending;

namespace BounceBoard.Operations.Alerts;

/// <summary>The server that takes the installation's own mail.</summary>
public sealed class AlertSmtpOptions
{
    /// <summary>Empty: no mail is sent.</summary>
    public string Host { get; set; } = "";

    public int Port { get; set; } = 587;

    public SmtpTls Tls { get; set; } = SmtpTls.StartTls;

    /// <summary>Empty: without signing in.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>Address that alerts come from.</summary>
    public string From { get; set; } = "";

    internal bool IsSet => Host.Length > 0;

    internal SmtpServer Server => new(Host, Port, Tls, User, Password);
}
