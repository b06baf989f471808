namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>How mail servers are looked at.</summary>
public sealed record MailProbeSettings
{
    /// <summary>Where mail servers listen (RFC 5321 §4.5.4.2); another one only in a laboratory.</summary>
    public int Port { get; init; } = 25;

    /// <summary>Name in EHLO; empty: the literal of the address that the connection comes from, as §4.1.4 wants of a machine without a name.</summary>
    public string HeloName { get; init; } = "";

    /// <summary>For one whole conversation.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Who vouches for certificates.</summary>
    public CertificateTrust Trust { get; init; } = CertificateTrust.OfTheMachine;
}
