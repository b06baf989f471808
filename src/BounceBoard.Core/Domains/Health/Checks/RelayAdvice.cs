namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>How a server is kept from passing on strangers' mail, by its kind.</summary>
internal static class RelayAdvice
{
    private static readonly (string Mark, string Fix)[] Kinds =
    [
        ("Postfix", "Postfix: set smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination, and let mynetworks name your own networks only (postconf mynetworks; never 0.0.0.0/0)."),
        ("Exim", "Exim: in acl_smtp_rcpt accept only +local_domains, +relay_to_domains, hosts of +relay_from_hosts and authenticated senders, and end it with deny message = relay not permitted; let relay_from_hosts be your own networks."),
        ("Microsoft", "Exchange: take the right Ms-Exch-SMTP-Accept-Any-Recipient from ANONYMOUS LOGON on the receive connector that the Internet reaches (Get-ReceiveConnector | Get-ADPermission), and do not mark that connector Externally Secured."),
        ("Sendmail", "sendmail: remove FEATURE(`promiscuous_relay'), FEATURE(`loose_relay_check') and FEATURE(`relay_local_from'), and let the access map name your own networks only."),
    ];

    /// <summary>For a server that a stranger's recipient was taken by although it refuses what it does not know.</summary>
    /// <param name="banner">Its greeting, which often says its kind.</param>
    public static HealthAdvice Open(string banner)
    {
        var fitting = Kinds.Where(kind => banner.Contains(kind.Mark, StringComparison.OrdinalIgnoreCase)).Select(kind => kind.Fix).ToList();
        return Advice.Of(
            "The server takes mail of anybody to anybody, without a password.",
            "Senders of spam find such a server within hours; then its address is listed, its queue is full, and the domain's own mail is refused.",
            [.. fitting.Count > 0 ? fitting : Kinds.Select(kind => kind.Fix), "If the server trusts this machine's address on purpose, test from one that it does not trust, or switch Probes:TestRelay off.", "Examine the domain again."]);
    }

    public static HealthAdvice Doubtful { get; } = Advice.Of(
        "The server took a recipient outside. Whether it would pass the mail on is not certain, for no mail was sent.",
        "If it would, senders of spam find it within hours and its address is listed.",
        "Look in the server's settings whether anybody may send through it, or this machine only, or whether it refuses later, behind DATA.",
        "Refuse recipients at RCPT, outside ones and unknown ones: mail that is taken first and refused later makes bounces to forged senders.");
}
