using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification;

/// <summary>Refusals to relay, and before them the replies that hold the same words and mean something else.</summary>
internal static class RelayWordings
{
    /// <summary>Asked before anything else: words that look like relay and are not.</summary>
    public static IReadOnlyList<Wording> Traps { get; } =
    [
        new("user unknown in relay recipient table", BadMailbox, "Postfix relay_recipient_maps: the domain is relayed, the address does not exist"),
        new("unknown in relay recipient", BadMailbox, "Postfix, shortened by gateways"),
        new("blocked using*relay", Blocked, "DNS lists whose zone name holds the word (relays.ordb.org)"),
        new("listed*as an open relay", Blocked, "DNS lists: our address is listed as one"),
        new("listed*open relay", Blocked, "DNS lists"),
        new("open relay*listed", Blocked, "DNS lists"),
        new("is an open relay", Blocked, "DNS lists and gateways: our server is said to be one"),
        new("open relays", Blocked, "DNS lists"),
        new("open mail relay", Blocked, "DNS lists"),
        new("relay*limit", RateLimited, "hosted relays: so many messages an hour"),
        new("relay*quota", RateLimited, "hosted relays"),
        new("too many relay", RateLimited, "hosted relays"),
        new("daily*relay", RateLimited, "Google Workspace relay: daily limit of the customer"),
    ];

    public static IReadOnlyList<Wording> Rows { get; } =
    [
        new("relay access denied", RelayDenied, "Postfix reject_unauth_destination, Apple iCloud custom domains, Exchange Online TenantAttribution"),
        new("relaying denied", RelayDenied, "Sendmail check_rcpt, Courier 513, secureserver.net; also with 'IP name lookup failed'"),
        new("relaying is denied", RelayDenied, "Sendmail based appliances"),
        new("relay denied", RelayDenied, "Sendmail based appliances"),
        new("relay is denied", RelayDenied, "appliances"),
        new("relay* not permitted", RelayDenied, "Exim, cPanel, KumoMTA"),
        new("not permitted to relay", RelayDenied, "older cPanel: log in by POP first"),
        new("not allowed to relay", RelayDenied, "appliances"),
        new("not authorized to relay", RelayDenied, "appliances"),
        new("not authorised to relay", RelayDenied, "appliances"),
        new("unable to relay", RelayDenied, "Exchange 2007 to 2019: no accepted domain"),
        new("cannot relay", RelayDenied, "Exchange front ends, CommuniGate"),
        new("can't relay", RelayDenied, "small servers"),
        new("could not relay", RelayDenied, "small servers"),
        new("do not relay", RelayDenied, "IceWarp (Merak)"),
        new("does not relay", RelayDenied, "appliances"),
        new("don't relay", RelayDenied, "small servers"),
        new("won't relay", RelayDenied, "small servers"),
        new("will not relay", RelayDenied, "small servers"),
        new("not configured to relay", RelayDenied, "gateways: domain not local"),
        new("not an open relay", RelayDenied, "hand-written texts: they say of themselves that they do not relay"),
        new("open relay is not allowed", RelayDenied, "Mimecast, with 451"),
        new("open relay not allowed", RelayDenied, "Mimecast"),
        new("no relaying", RelayDenied, "Postfix access maps, Lotus Domino"),
        new("relaying mail to*not allowed", RelayDenied, "gateways: domain or address not accepted"),
        new("relaying*not allowed", RelayDenied, "appliances; asks for SMTP AUTH"),
        new("relaying*prohibited", RelayDenied, "appliances"),
        new("relay prohibited", RelayDenied, "appliances"),
        new("relay*not allowed", RelayDenied, "qmail forks"),
        new("relay not available", RelayDenied, "appliances"),
        new("relay*rejected for policy", RelayDenied, "Lotus Domino: 'Relay rejected for policy reasons'"),
        new("relay rejected", RelayDenied, "appliances"),
        new("relay operation rejected", RelayDenied, "appliances"),
        new("mail relay denied", RelayDenied, "appliances"),
        new("allowed to be relayed", RelayDenied, "qmail fork at OVH: 'that domain isn't allowed to be relayed thru this MTA'"),
        new("allowed rcpthosts", RelayDenied, "qmail: domain not in rcpthosts"),
        new("rcpthosts", RelayDenied, "qmail and chkuser"),
        new("invalid credentials for relay", RelayDenied, "Google Workspace relay: sending address not registered"),
        new("authentication required for relay", RelayDenied, "submission hosts"),
        new("authentication is required for relay", RelayDenied, "submission hosts"),
        new("authenticat*to relay", RelayDenied, "submission hosts"),
        new("must be authenticated*relay", RelayDenied, "submission hosts"),
        new("tenantattribution", RelayDenied, "Exchange Online: no connector matches our address or certificate"),
        new("i cannot deliver mail for", RelayDenied, "Haraka: no plugin accepted the recipient, which is its relay refusal"),
        new("not local host*not a gateway", RelayDenied, "Post.Office and other gateways of the nineties"),
        new("not a gateway", RelayDenied, "old gateways"),
        new("not our customer", RelayDenied, "access providers: recipient not hosted here"),
        new("#5.1.0 address rejected", RelayDenied, "Cisco IronPort recipient access table; also used for unknown users"),
        new("domain not hosted here", RelayDenied, "hosting providers"),
        new("domain is not hosted", RelayDenied, "hosting providers"),
        new("domain isn't hosted", RelayDenied, "hosting providers"),
        new("not a local domain", RelayDenied, "MDaemon, small servers"),
        new("not one of our local domains", RelayDenied, "small servers"),
        new("non-local recipient", RelayDenied, "small servers"),
        new("we do not accept mail for*domain", RelayDenied, "hosting providers"),
    ];
}
