using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>Replies and local notes about time, the server's own state, the protocol, and mail that was never tried.</summary>
internal static class ServerWordings
{
    public static IReadOnlyList<Wording> Time { get; } =
    [
        new("could not be delivered for more than", Expired, "Postfix, qmail"),
        new("could not be delivered within", Expired, "Postfix, gateways"),
        new("not delivered within", Expired, "gateways"),
        new("could not deliver for the last", Expired, "DragonFly Mail Agent"),
        new("have been failing for a long time", Expired, "Exim: 'all hosts have been failing for a long time'"),
        new("did not accept our requests to connect", Expired, "Gmail, which tried for days"),
        new("host not reachable", Expired, "Zoho, which tried for days"),
        new("delivery time expired", Expired, "Sendmail, RFC 3463 text of 4.4.7"),
        new("delivery period", Expired, "gateways"),
        new("message too old", Expired, "Sendmail based gateways"),
        new("message expired", Expired, "Exchange: #4.4.7"),
        new("message*expired", Expired, "gateways"),
        new("has been in the queue too long", Expired, "qmail: 'I'm not going to try again; this message has been in the queue too long'"),
        new("been in the queue*for too long", Expired, "qmail forks"),
        new("queue too long", Expired, "qmail"),
        new("retry timeout exceeded", Expired, "Exim"),
        new("retry time not reached", Expired, "Exim"),
        new("retry timed out", Expired, "Exim"),
        new("retry timer", Expired, "gateways"),
        new("retry limit", Expired, "gateways"),
        new("retry exceeded", Expired, "gateways"),
        new("it has not been collected after", Expired, "gateways"),
        new("operation timed out", Expired, "operating system"),
        new("timed out while", Expired, "Postfix, Sendmail"),
        new("timeout waiting", Expired, "gateways"),
        new("was undeliverable*hours", Expired, "gateways"),
        new("warning: message*still undelivered", Expired, "Sendmail"),
        new("no answer from host", Expired, "RFC 3463 text of 4.4.1"),
        new("failed to deliver to domain*after*tries", Expired, "gateways"),
        new("not yet been delivered", Expired, "delay notices"),
        new("delayed", Expired, "delay notices"),
        new("expired", Expired, "queues everywhere"),
    ];

    public static IReadOnlyList<Wording> System { get; } =
    [
        new("internal error", SystemError, "many"),
        new("internal system error", SystemError, "many"),
        new("rejected: on hold", OnHold, "access maps"),
        new("due to a recipient error", OnHold, "SES receiving rules: the recipient's own rule failed, and no more is said"),
        new("internal server error", SystemError, "many"),
        new("local error", SystemError, "many"),
        new("transaction failed", SystemError, "RFC 5321 text of 554"),
        new("service currently unavailable", SystemError, "gateways"),
        new("service temporarily unavailable", SystemError, "gateways"),
        new("service not available", SystemError, "RFC 5321 text of 421"),
        new("service unavailable", SystemError, "many"),
        new("system error", SystemError, "many"),
        new("system config error", SystemError, "Sendmail"),
        new("system incorrectly configured", SystemError, "RFC 3463 text of 5.3.5"),
        new("system is not accepting network messages", SystemError, "RFC 3463 text of 5.3.2"),
        new("server configuration error", SystemError, "Postfix"),
        new("server error", SystemError, "many"),
        new("mail server is down", SystemError, "many"),
        new("mail system problem", SystemError, "IronPort, RFC 3463 text of 5.3.0"),
        new("temporary local problem", SystemError, "Exim"),
        new("temporarily rejected", SystemError, "many"),
        new("queue file write error", SystemError, "Postfix"),
        new("cannot open", SystemError, "many"),
        new("unable to verify", SystemError, "many"),
        new("out of memory", SystemError, "many"),
        new("resources temporarily unavailable", SystemError, "Postfix, Exchange"),
        new("temporarily overloaded", SystemError, "many"),
        new("temporarily disconnected", SystemError, "many"),
        new("dead letter", SystemError, "Exchange"),
        new("message deliver not attempted", SystemError, "gateways"),
        new("storage error", SystemError, "many"),
        new("timeout*lookup", SystemError, "Postfix map look-ups"),
        new("timeout writing", SystemError, "many"),
    ];

    public static IReadOnlyList<Wording> Syntax { get; } =
    [
        new("syntax error", SyntaxError, "many"),
        new("malformed address", SyntaxError, "Exim: '… may not follow …'"),
        new("unrecognized command", SyntaxError, "Sendmail: 'Command unrecognized'"),
        new("command unrecognized", SyntaxError, "Sendmail"),
        new("command not implemented", SyntaxError, "many"),
        new("command not recognized", SyntaxError, "many"),
        new("command parameter not implemented", SyntaxError, "docomo and others with 504"),
        new("unsupported command", SyntaxError, "many"),
        new("bad sequence of commands", SyntaxError, "many"),
        new("commands out of sequence", SyntaxError, "many"),
        new("need rcpt", SyntaxError, "Sendmail"),
        new("need mail", SyntaxError, "Sendmail"),
        new("unimplemented", SyntaxError, "many"),
    ];

    public static IReadOnlyList<Wording> Suppression { get; } =
    [
        new("suppression list", SuppressedByRelay, "SES, SparkPost, SendGrid and others: never tried"),
        new("suppressed", SuppressedByRelay, "hosted relays: never tried"),
        new("previously bounced", SuppressedByRelay, "hosted relays: never tried"),
    ];
}
