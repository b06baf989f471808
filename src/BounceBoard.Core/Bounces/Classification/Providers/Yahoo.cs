using static BounceBoard.Core.Bounces.BounceCategory;

namespace BounceBoard.Core.Bounces.Classification.Providers;

/// <summary>Yahoo and AOL: words and codes in brackets, from its page of SMTP error codes; AOL's older ones stand in round brackets.</summary>
internal static class Yahoo
{
    public static ProviderTable Table { get; } = new()
    {
        Hosts =
        [
            "yahoodns.net", "mx.aol.com",
        ],
        Marks =
        [
            "delivery error: dd", "[bl2", "[ph0", "[tss09]", "[tss11]", "[ts03]", "vs1-ip", "(rly:", "(hvu:", "(con:", "(dyn:",
            "(dns:", "(rtr:", "postmaster.info.aol.com", "postmaster.aol.com", "hvu:b", "rly:b", "con:b",
        ],
        Rows =
        [
            new("temporarily deferred due to*complaints", SenderRejected, "TSS04: Yahoo's users complained of this sender"),
            new("mailbox not found", BadMailbox, "'dd Requested mail action aborted, mailbox not found'"),
            new("not a valid recipient", BadMailbox, "'dd Not a valid recipient'"),
            new("is no longer valid", InactiveMailbox, "'dd … is no longer valid'"),
            new("disabled or discontinued", InactiveMailbox, "account closed by Yahoo"),
            new("mailbox is disabled", InactiveMailbox, "AOL 554.30"),
            new("account has been", InactiveMailbox, "disabled, suspended"),
            new("over quota", MailboxFull, "mailbox"),
            new("relaying denied", RelayDenied, "the domain is not hosted there"),
            new("[bl2", Blocked, "Spamhaus"),
            new("because the ip is in spamhaus", Blocked, "BL21"),
            new("vs1-ip", Blocked, "many unknown recipients from one address; 'possible open relay' is said of us"),
            new("permanently deferred", SenderRejected, "TSS09, TSS11, TS03: messages from this address"),
            new("sender is unauthenticated", AuthFailed, "5.7.9"),
            new("failing authentication", AuthFailed, "5.7.9"),
            new("header error", PolicyViolation, "5.7.9"),
            new("headers are not rfc compliant", NotCompliant, "5.7.9"),
            new("not accepted for policy reasons", PolicyViolation, "PH01, UP"),
            new("message not allowed", PolicyViolation, "PH01, UP, 299"),
            new("max message per connection", RateLimited, "421"),
            new("too many connections", RateLimited, "421"),
            new("[gl01]", RateLimited, "greylisting"),
            new("message temporarily deferred", RateLimited, "4xx: volume or complaints"),
            new("resources temporarily", SystemError, "451"),
            new("(rly:ch", SpamDetected, "AOL: content that brought complaints"),
            new("(rly:cs", SpamDetected, "AOL: content that brought complaints"),
            new("(rly:", Blocked, "AOL: address or network blocked"),
            new("rly:b", Blocked, "AOL: address blocked"),
            new("(hvu:", SpamDetected, "AOL: a link in the message brought complaints"),
            new("hvu:b", SpamDetected, "AOL: a link in the message brought complaints"),
            new("(con:", Blocked, "AOL: address blocked after complaints"),
            new("con:b", Blocked, "AOL: address blocked after complaints"),
            new("(dyn:", Blocked, "AOL: address blocked for a day"),
            new("(dns:nr", RequiresPtr, "AOL: no reverse DNS"),
            new("(dns:", Blocked, "AOL: name of the address"),
            new("(rtr:", RateLimited, "AOL: rate of this address"),
        ],
    };
}
