using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>Replies and local notes about disks, local delivery, encryption and connections.</summary>
internal static class TransportWordings
{
    public static IReadOnlyList<Wording> Full { get; } =
    [
        new("insufficient disk space", SystemFull, "Sendmail"),
        new("insufficient system storage", SystemFull, "Postfix, Exchange 4.3.1 back pressure"),
        new("insufficient system resource", SystemFull, "Exchange 4.3.1"),
        new("insufficient*resources", SystemFull, "Exchange 4.3.1"),
        new("insufficient storage", SystemFull, "many"),
        new("no space left on device", SystemFull, "operating system"),
        new("not enough disk", SystemFull, "many"),
        new("mail system full", SystemFull, "RFC 3463 text of 4.3.1"),
        new("mail system capacity", SystemFull, "gateways"),
        new("disk full", SystemFull, "many"),
    ];

    public static IReadOnlyList<Wording> Delivery { get; } =
    [
        new("command died with status", MailerError, "Postfix pipe"),
        new("command failed", MailerError, "Postfix pipe"),
        new("command output", MailerError, "Postfix pipe"),
        new("command rejected:", MailerError, "Postfix pipe"),
        new("procmail", MailerError, "local delivery by procmail"),
        new("x-unix", MailerError, "Postfix pipe"),
        new("exit 2", MailerError, "procmail: 'exit 255'"),
        new("exit status", MailerError, "Exim pipe"),
        new("child process", MailerError, "Exim pipe"),
        new("pipe transport", MailerError, "Exim pipe"),
        new("pipe to ", MailerError, "Exim pipe"),
        new("mailer error", MailerError, "Sendmail"),
        new("service unavailable: maildrop", MailerError, "maildrop"),
        new("qmail-local", MailerError, "qmail"),
        new("returned non-zero", MailerError, "Exim pipe"),
        new("return code", MailerError, "Exim pipe"),
        new("unable to open mailbox", MailerError, "local delivery"),
        new("error writing", MailerError, "local delivery"),
        new("an error occurred while trying to deliver*local", MailerError, "local delivery"),
    ];

    public static IReadOnlyList<Wording> Tls { get; } =
    [
        new("tls is required", TlsFailed, "Postfix with mandatory TLS"),
        new("tls required", TlsFailed, "gateways"),
        new("server certificate not", TlsFailed, "Postfix: not trusted, not verified"),
        new("certificate verif", TlsFailed, "Exim, DANE"),
        new("starttls*required", TlsFailed, "gateways"),
        new("requires tls", TlsFailed, "gateways"),
        new("cannot start tls", TlsFailed, "Postfix: handshake failure"),
        new("tls negotiation", TlsFailed, "gateways"),
        new("tls handshake", TlsFailed, "gateways"),
        new("tls session", TlsFailed, "Exim"),
        new("tls not available", TlsFailed, "Postfix"),
        new("tls encrypt", TlsFailed, "gateways"),
        new("does not support tls", TlsFailed, "Gmail: 'Remote server does not support TLS'"),
        new("not support starttls", TlsFailed, "gateways"),
        new("starttls but", TlsFailed, "gateways"),
        new("starttls not", TlsFailed, "gateways"),
        new("starttls fail", TlsFailed, "gateways"),
        new(" dane ", TlsFailed, "Postfix, Exchange Online: DANE"),
        new("mta-sts", TlsFailed, "Gmail, Exchange Online"),
    ];

    /// <summary>Asked before the rows of missing domains: here the look-up itself is what is reported.</summary>
    public static IReadOnlyList<Wording> Dns { get; } =
    [
        new("wasn't able to establish an smtp connection", NetworkError, "qmail, which adds that the queue was too long"),
        new("dns lookup failure: host*not found", BadDomain, "DragonFly Mail Agent"),
        new("dns error*null mx", NotAccepting, "Gmail, of a null MX"),
        new("dns error", NetworkError, "Gmail: look-up failed or had no answer"),
        new("dns lookup", NetworkError, "gateways"),
        new("dns query", NetworkError, "gateways"),
        new("dns type", NetworkError, "Gmail"),
        new("dns server", NetworkError, "gateways"),
    ];

    public static IReadOnlyList<Wording> Network { get; } =
    [
        new("name service error for*malformed or unexpected", NotAccepting, "Postfix 2, of a null MX: 'Malformed or unexpected name server reply'"),
        new("name service error*loop", NetworkError, "Postfix"),
        new("mail loop", NetworkError, "Sendmail, Exim: too many hops"),
        new("mail forwarding loop", NetworkError, "Postfix, qmail"),
        new("forwarding loop", NetworkError, "Postfix, qmail"),
        new("loops back to myself", SystemError, "Postfix: it is configured to hand the domain to itself"),
        new("loops back to me", NetworkError, "qmail, Sendmail"),
        new("loop detected", NetworkError, "Exchange: 'hop count exceeded - possible mail loop'"),
        new("looping", NetworkError, "qmail: 'This message is looping'"),
        new("loop count", NetworkError, "gateways"),
        new("hop count exceeded", NetworkError, "Exchange"),
        new("too many hops", NetworkError, "Sendmail, Postfix, Exim"),
        new("too many received", NetworkError, "Exim"),
        new("routing loop", NetworkError, "gateways"),
        new("local configuration error", SystemError, "Sendmail: 'MX list … points back to'"),
        new("mx list for*points back", NetworkError, "Sendmail"),
        new("no route to host", NetworkError, "operating system"),
        new("network is unreachable", NetworkError, "operating system"),
        new("network unreachable", NetworkError, "operating system"),
        new("network error", NetworkError, "gateways"),
        new("host is unreachable", NetworkError, "operating system"),
        new("host unreachable", NetworkError, "operating system"),
        new("could not connect", NetworkError, "gateways"),
        new("could not send email to", NetworkError, "gateways"),
        new("couldn't connect", NetworkError, "gateways"),
        new("unable to connect", NetworkError, "gateways"),
        new("establish an smtp connection", NetworkError, "qmail: 'Sorry, I wasn't able to establish an SMTP connection'"),
        new("connection refused", NetworkError, "operating system"),
        new("connect to*timed out", Expired, "Postfix after the last attempt"),
        new("connection timed out", Expired, "operating system, in a final report"),
        new("connection timeout", Expired, "gateways"),
        new("connection*reset", NetworkError, "operating system"),
        new("connection closed", NetworkError, "gateways"),
        new("connection lost", NetworkError, "gateways"),
        new("lost connection", NetworkError, "Postfix: server went away inside the dialogue"),
        new("conversation with*timed out", Expired, "Postfix"),
        new("malformed or unexpected name server reply", NetworkError, "Postfix"),
        new("unexpected name server", NetworkError, "Postfix"),
        new("temporary failure in name resolution", NetworkError, "operating system"),
        new("failed to resolve", NetworkError, "gateways"),
        new("address family mismatch", NetworkError, "Exim: no address of a kind that can be used"),
        new("no address associated", NetworkError, "operating system"),
    ];
}
