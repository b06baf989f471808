using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>How mail servers are looked at.</summary>
public sealed record MailProbeSettings
{
    /// <summary>Where mail servers listen (RFC 5321 §4.5.4.2); another one only in a laboratory.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Name in EHLO; empty: the literal of the address that the connection comes from, as §4.1.4 wants of a machine without a name.</summary>
    public string HeloName { get; init; } = "";

    /// <summary>For one conversation up to STARTTLS.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For a whole trial behind it: Exchange waits five seconds before each refusal.</summary>
    public TimeSpan TrialPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Who vouches for certificates.</summary>
    public CertificateTrust Trust { get; init; } = CertificateTrust.OfTheMachine;

    internal string NameFrom(IPAddress? own) =>
        HeloName.Length > 0 ? HeloName : own is null ? "[127.0.0.1]" : own.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{own}]" : $"[{own}]";
}
