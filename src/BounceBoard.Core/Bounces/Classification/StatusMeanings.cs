using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>What an enhanced status code means when the words say nothing (RFC 3463, RFC 5248 registry, and what Exchange Online makes of it).</summary>
internal static class StatusMeanings
{
    /// <summary>Keyed by <c>subject.detail</c>: 4.1.1 and 5.1.1 mean the same thing, one of them for now.</summary>
    private static readonly Dictionary<string, BounceCategory> ByDetail = new(StringComparer.Ordinal)
    {
        ["1.0"] = BadMailbox,
        ["1.1"] = BadMailbox,
        ["1.2"] = BadDomain,
        ["1.3"] = BadMailbox,
        ["1.4"] = Filtered,
        ["1.6"] = MailboxMoved,
        ["1.7"] = SenderRejected,
        ["1.8"] = SenderRejected,
        ["1.9"] = SystemError,
        ["1.90"] = RateLimited, // Exchange Online: the sender's daily limit of recipients
        ["1.351"] = BadMailbox,
        ["1.10"] = NotAccepting, // RFC 7505: null MX of the recipient
        ["2.0"] = Filtered,
        ["2.1"] = InactiveMailbox,
        ["2.2"] = MailboxFull,
        ["2.3"] = MessageTooBig,
        ["2.4"] = Filtered,
        ["2.121"] = RateLimited,
        ["2.122"] = RateLimited,
        ["3.0"] = SystemError,
        ["3.1"] = SystemFull,
        ["3.2"] = NotAccepting,
        ["3.3"] = SystemError,
        ["3.4"] = MessageTooBig,
        ["3.5"] = SystemError,
        ["3.190"] = SystemError,
        ["4.0"] = NetworkError,
        ["4.1"] = Expired, // "no answer from host"; Exchange Online's 5.4.1 is caught by its words and by ByCode
        ["4.2"] = NetworkError,
        ["4.3"] = NetworkError,
        ["4.4"] = BadDomain,
        ["4.5"] = RateLimited,
        ["4.6"] = NetworkError,
        ["4.7"] = Expired,
        ["4.14"] = NetworkError,
        ["4.310"] = BadDomain,
        ["4.300"] = Expired,
        ["4.316"] = Expired,
        ["5.1"] = SyntaxError,
        ["5.2"] = SyntaxError,
        ["5.3"] = RateLimited,
        ["5.4"] = SyntaxError,
        ["5.5"] = SystemError,
        ["5.6"] = SecurityError,
        ["6.0"] = ContentRejected,
        ["6.1"] = ContentRejected,
        ["6.7"] = ContentRejected, // RFC 6531: an address with characters beyond ASCII, in a message that cannot be downgraded
        ["6.9"] = ContentRejected,
        ["7.3"] = SecurityError,
        ["7.4"] = SecurityError,
        ["7.5"] = SecurityError,
        ["7.6"] = SecurityError,
        ["7.7"] = SecurityError,
        ["7.8"] = SecurityError,
        ["7.9"] = SecurityError,
        ["7.10"] = TlsFailed,
        ["7.11"] = TlsFailed,
        ["7.13"] = InactiveMailbox,
        ["7.14"] = SecurityError,
        ["7.17"] = MailboxMoved,
        ["7.16"] = MessageTooBig, // RFC 6710: too big for its priority
        ["7.18"] = MailboxMoved, // RFC 7293: the domain has another owner since
        ["7.20"] = AuthFailed,
        ["7.21"] = AuthFailed,
        ["7.22"] = AuthFailed,
        ["7.23"] = AuthFailed,
        ["7.24"] = AuthFailed,
        ["7.25"] = RequiresPtr,
        ["7.26"] = AuthFailed,
        ["7.27"] = SenderRejected, // RFC 7505: it is the sender's domain that has a null MX
        ["7.28"] = RateLimited,
        ["7.29"] = AuthFailed,
        ["7.30"] = TlsFailed,
        ["7.64"] = RelayDenied,
        ["7.51"] = Blocked, // Exchange Online: a partner connector does not know our address
        ["7.54"] = RelayDenied, // Exchange: no accepted domain
        ["7.57"] = SecurityError,
        ["7.124"] = SenderRejected, // Exchange Online: sender not in the group's allowed senders
        ["7.133"] = SenderRejected, // Exchange Online: the group takes mail from inside only
        ["7.134"] = SenderRejected,
        ["7.135"] = SenderRejected,
        ["7.136"] = SenderRejected,
        ["7.321"] = TlsFailed,
        ["7.322"] = TlsFailed,
        ["7.323"] = TlsFailed,
        ["7.324"] = TlsFailed,
        ["7.325"] = TlsFailed,
        ["7.500"] = Blocked,
        ["7.501"] = SenderRejected,
        ["7.502"] = SenderRejected,
        ["7.503"] = SenderRejected,
        ["7.504"] = InactiveMailbox,
        ["7.505"] = InactiveMailbox,
        ["7.506"] = Blocked,
        ["7.507"] = Blocked,
        ["7.508"] = RateLimited,
        ["7.509"] = AuthFailed,
        ["7.510"] = Blocked,
        ["7.511"] = Blocked,
        ["7.512"] = NotCompliant,
        ["7.513"] = Blocked,
        ["7.515"] = AuthFailed,
        ["7.606"] = Blocked,
        ["7.650"] = BadReputation,
        ["7.700"] = RateLimited,
        ["7.705"] = RateLimited,
        ["7.708"] = Blocked,
        ["7.750"] = SenderRejected,
    };

    /// <summary>Where the class changes the meaning.</summary>
    private static readonly Dictionary<string, BounceCategory> ByCode = new(StringComparer.Ordinal)
    {
        ["4.4.4"] = NetworkError, // no way for now: the look-up failed; 5.4.4 says that there is nothing to be found
        ["4.4.5"] = SystemFull, // "mail system congestion"; 5.4.5 is what hosted relays answer at a daily limit
        ["5.4.3"] = SystemError, // "directory server failure"; as 4.4.3 it is mostly DNS
        ["4.7.1"] = Blocked, // who does not know us says "not now", and lets the queue's next try decide
        ["4.7.2"] = Blocked,
    };

    /// <summary>What the subject alone says (RFC 3463 §3.7 and §3.8), where the detail is in no row.</summary>
    public static BounceCategory? OfSubject(string? status) => status is { Length: >= 5 } && status[0] is '4' or '5' ? status[1..4] switch
    {
        ".6." => ContentRejected,
        ".7." => SecurityError,
        _ => null,
    }
    : null;

    public static BounceCategory? Of(string? status, SmtpStage? stage)
    {
        if (status is not { Length: >= 5 } || status[0] is not ('4' or '5'))
        {
            return null;
        }
        // Exchange Online answers 5.4.1 to RCPT for an address that does not exist (directory based edge blocking), not for routing.
        if (status is "5.4.1" && stage is SmtpStage.RcptTo)
        {
            return BadMailbox;
        }
        return ByCode.TryGetValue(status, out var exact) ? exact : ByDetail.TryGetValue(status[2..], out var category) ? category : null;
    }
}
