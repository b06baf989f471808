using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Mimecast: from its page of SMTP error codes; its gateways answer for the customer's server behind them.</summary>
internal static class Mimecast
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "mimecast.com", "mimecast.co.za", "mimecast-offshore.com", "mimecast.com.au",
        ],
        Marks =
        [
            "mimecast.com", "mimecast.org",
        ],
        Rows =
        [
            new("open relay not allowed", RelayDenied, "domain and address are not the customer's"),
            new("open relay is not allowed", RelayDenied, "domain and address are not the customer's"),
            new("host network not allowed", PolicyViolation, "country"),
            new("email rejected due to security policies", VirusDetected, "virus, or a score beyond all limits") { Reply = 554 },
            new("sender invalid - envelope rejected", AuthFailed, "SPF, DKIM or DMARC"),
            new("ip reputation", BadReputation, "local CT list"),
            new("sender address blocked", Blocked, "address listed"),
            new("recipient temporarily unavailable", Blocked, "address listed"),
            new("ip temporarily blacklisted", Blocked, "address listed"),
            new("internal resources are temporarily unavailable", Blocked, "greylisting of addresses it does not know"),
            new("account inbounds disabled", NotAccepting, "customer's account"),
            new("account outbounds disabled", OnHold, "customer's account"),
            new("hostname is not authorized", OnHold, "customer's account"),
            new("journal message past expiration", OnHold, "customer's journal"),
            new("anti-spoofing policy", PolicyViolation, "a sender who claims to be inside"),
            new("content examination policy", PolicyViolation, "customer's rules"),
            new("envelope blocked", SenderRejected, "customer's list of senders"),
            new("envelope rejected", SenderRejected, "customer's list of senders"),
            new("blocked senders", SenderRejected, "customer's list of senders"),
            new("incorrect authentication data", SecurityError, "submission"),
            new("submitter failed", SecurityError, "submission"),
            new("this route requires", TlsFailed, "customer demands TLS"),
            new("configuration is invalid for this certificate", SecurityError, "TLS"),
            new("unable to process", SystemError, "load"),
            new("message ended early", SystemError, "connection"),
            new("account service is temporarily unavailable", RateLimited, "connections of the account"),
            new("outbound thread limit", RateLimited, "connections of the account"),
            new("maximum email size exceeded", MessageTooBig, "size"),
            new("mail loop detected", NetworkError, "hops"),
            new("user unknown", BadMailbox, "recipient validation") { Reply = 503 },
            new("invalid recipient", BadMailbox, "recipient validation"),
            new("invalid address", BadMailbox, "not an address") { Reply = 501 },
        ],
    };
}
