using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Gmail and Google Workspace, from its page of SMTP error messages; <c>gsmtp</c> ends each of its replies.</summary>
internal static class Google
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "google.com", "gmail.com", "googlemail.com", "smtp.goog",
        ],
        Marks =
        [
            "gsmtp", "support.google.com/mail", "support.google.com/a",
        ],
        Rows =
        [
            new("invalid credentials for relay", RelayDenied, "the relay service does not know the sending address"),
            new("mail relay denied", RelayDenied, "the relay service does not know the sending address or domain"),
            new("daily smtp relay", RateLimited, "customer's or user's limit of the relay service"),
            new("smtp relay*limit exceeded", RateLimited, "customer's limit of the relay service"),
            new("daily user sending", RateLimited, "5.4.5"),
            new("daily sending quota exceeded", RateLimited, "5.4.5"),
            new("you have reached a limit for sending mail", RateLimited, "5.4.5"),
            new("email quota exceeded", MailboxFull, "5.7.1"),
            new("too many recipients", RateLimited, "4.5.3"),
            new("too quickly", RateLimited, "4.2.1: a mailbox that gets more than it may"),
            new("at a rate that prevents", RateLimited, "4.2.1 and 5.2.1"),
            new("unusual rate of unsolicited", RateLimited, "5.7.28"),
            new("very low reputation", BadReputation, "of the address or of the domain"),
            new("ip not in whitelist for rcpt domain", Blocked, "inbound gateway of the customer"),
            new("try again later, closing connection", Blocked, "an answer to addresses it does not trust"),
            new("not authorized to send email directly", Blocked, "addresses of access providers"),
            new("helo/ehlo argument", Blocked, "5.5.4"),
            new("tls required for rcpt domain", TlsFailed, "rule of the recipient's organization"),
            new("over a tls connection", TlsFailed, "4.7.29 and 5.7.29: bulk senders must use TLS"),
            new("must issue a starttls command", TlsFailed, "submission"),
            new("guidelines regarding ptr", RequiresPtr, "IPv6"),
            new("ptr record", RequiresPtr, "4.7.23 and 5.7.25"),
            new("does not meet ipv6 sending guidelines", RequiresPtr, "IPv6"),
            new("does not have authentication information", AuthFailed, "5.7.26"),
            new("sender is unauthenticated", AuthFailed, "5.7.26"),
            new("it is unauthenticated", AuthFailed, "4.7.26"),
            new("fails to pass authentication checks", AuthFailed, "5.7.26"),
            new("did not pass", AuthFailed, "4.7.27 and 4.7.30: SPF, DKIM"),
            new("didn't pass", AuthFailed, "5.7.27 and 5.7.30: SPF, DKIM"),
            new("aligned", AuthFailed, "4.7.32: From header and signing domain"),
            new("suspicious entries", AuthFailed, "4.7.24: the SPF record"),
            new("dmarc policy", AuthFailed, "5.7.26"),
            new("unauthenticated email", AuthFailed, "5.7.26"),
            new("multiple addresses in from", NotCompliant, "5.7.1"),
            new("missing a valid address in from", NotCompliant, "5.7.1"),
            new("missing a valid message-id", NotCompliant, "5.7.1"),
            new("duplicate headers", NotCompliant, "5.7.1"),
            new("rfc 5322 compliant", NotCompliant, "5.7.1"),
            new("blocked*message is not rfc", NotCompliant, "5.7.1"),
            new("has a policy that prohibited", PolicyViolation, "rule of an organization"),
            new("illegal attachment", PolicyViolation, "5.7.0"),
            new("potential security issue", PolicyViolation, "5.7.0: executable inside"),
            new("violates*policies", PolicyViolation, "5.7.0"),
            new("likely unsolicited mail", SpamDetected, "5.7.1"),
            new("nature of the content", SpamDetected, "4.7.0: content or links"),
            new("message is suspicious", SpamDetected, "4.7.0"),
            new("mail sending denied", SenderRejected, "account may not send"),
            new("message is malformed", ContentRejected, "5.6.0"),
            new("message exceeded 50 hops", NetworkError, "5.6.0"),
            new("weren't able to find the recipient domain", BadDomain, "5.1.2"),
            new("multiple destination domains per transaction", RateLimited, "4.3.0: it asks for one domain at a time"),
            new("domain policy size per transaction", SystemError, "4.5.3"),
            new("no identity changes permitted", SyntaxError, "5.7.0"),
            new("too many unauthenticated commands", SyntaxError, "5.7.0"),
            new("application-specific password required", SecurityError, "submission"),
            new("log in with your web browser", SecurityError, "submission"),
            new("log in via your web browser", SecurityError, "submission"),
            new("username and password not accepted", SecurityError, "submission"),
            new("is disabled", InactiveMailbox, "5.2.1"),
            new("is inactive", InactiveMailbox, "5.2.1"),
            new("does not exist", BadMailbox, "5.1.1") { Status = "1.1" },
            new("group you tried to contact*may not exist", Filtered, "Groups: it says no more"),
        ],
    };
}
