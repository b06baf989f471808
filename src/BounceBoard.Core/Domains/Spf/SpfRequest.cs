using System.Net;

namespace BounceBoard.Core.Domains.Spf;

/// <summary>What a receiver knows when it asks whether a server may send for a domain (RFC 7208 §4.1).</summary>
public sealed record SpfRequest
{
    /// <summary>Address of the client, IPv4 or IPv6.</summary>
    public required IPAddress Ip { get; init; }

    /// <summary>MAIL FROM as given, with or without angle brackets; empty for a null reverse-path (a bounce).</summary>
    public required string MailFrom { get; init; }

    /// <summary>Argument of HELO or EHLO.</summary>
    public required string Helo { get; init; }

    /// <summary>Host name of the receiver, for the macro <c>r</c> (§7.3).</summary>
    public string Receiver { get; init; } = "unknown";

    /// <summary>Time of the check, for the macro <c>t</c> (§7.3).</summary>
    public DateTimeOffset At { get; init; }
}
