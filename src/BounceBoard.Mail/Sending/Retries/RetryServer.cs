using System.Net;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The server that takes a retry: the tenant's submission host or a recipient's MX.</summary>
public sealed record RetryServer
{
    /// <summary>What its certificate must name.</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required RetryTls Tls { get; init; }

    /// <summary>What this machine calls itself in EHLO (RFC 5321 §4.1.1.1).</summary>
    public required string Helo { get; init; }

    /// <summary>Where to connect, in this order, as the caller checked them; empty: <see cref="Host"/> is looked up.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>Empty: without signing in.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The local address to send from; null: the machine chooses.</summary>
    public IPAddress? Source { get; init; }

    /// <summary>From the last byte written to the end of the reply; RFC 5321 §4.5.3.2 asks for up to ten minutes after the final dot.</summary>
    public TimeSpan CommandLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>For opening, and again for each message.</summary>
    public TimeSpan ConversationLimit { get; init; } = TimeSpan.FromMinutes(15);

    // The password stays out of every log.
    public override string ToString() => $"{Host}:{Port}";
}
