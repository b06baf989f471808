namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>Lists of addresses, asked by the reversed address (RFC 5782 §2.1).</summary>
internal static class AddressLists
{
    public static readonly Blocklist[] All =
    [
        Of("zen.spamhaus.org", "Spamhaus ZEN", 1, "https://check.spamhaus.org/") with
        {
            HoldsIpv6 = true,
            Codes =
            [
                new("127.0.0.2", "SBL: a source of spam, entered by hand"),
                new("127.0.0.3", "CSS: sends like a spammer, found by machine"),
                new("127.0.0.4", "XBL: infected or broken into"),
                new("127.0.0.9", "DROP: a network held by criminals"),
                new("127.0.0.10", "PBL: the network's owner says that it sends no mail directly"),
                new("127.0.0.11", "PBL: a range that looks like customers' lines"),
            ],
        },
        // Answers only resolvers whose address was registered.
        Of("b.barracudacentral.org", "Barracuda BRBL", 1, "https://www.barracudacentral.org/rbl/removal-request") with { WantsRegistration = true },
        Of("bl.spamcop.net", "SpamCop", 1, "https://www.spamcop.net/bl.shtml"),
        Of("psbl.surriel.com", "PSBL", 2, "https://psbl.org/remove"),
        Of("bl.mailspike.net", "Mailspike", 2, "https://mailspike.org/anubis/lookup.html") with
        {
            Codes =
            [
                new("127.0.0.2", "sent spam in a wave that is running"),
                new("127.0.0.10", "worst reputation"), new("127.0.0.11", "very bad reputation"), new("127.0.0.12", "bad reputation"),
            ],
        },
        Of("bl.score.senderscore.com", "Sender Score", 2, "https://senderscore.org/") with { WantsRegistration = true },
        Of("truncate.gbudb.net", "GBUdb Truncate", 2, "https://www.gbudb.com/truncate/"),
        Of("all.spamrats.com", "SpamRATS", 2, "https://www.spamrats.com/removal.php") with
        {
            Codes =
            [
                new("127.0.0.36", "Dyna: the reverse name looks like a customer's line"), new("127.0.0.37", "NoPtr: no reverse name"),
                new("127.0.0.38", "Spam: sent spam"), new("127.0.0.43", "Auth: tried stolen passwords"),
            ],
        },
        Of("dnsbl.dronebl.org", "DroneBL", 2, "https://dronebl.org/lookup") with
        {
            HoldsIpv6 = true,
            Codes =
            [
                new("127.0.0.3", "a bot on IRC"), new("127.0.0.6", "a bot or worm that sends spam"), new("127.0.0.7", "takes part in floods"),
                new("127.0.0.8", "an open SOCKS proxy"), new("127.0.0.9", "an open HTTP proxy"), new("127.0.0.10", "a chain of proxies"),
                new("127.0.0.13", "guesses passwords"), new("127.0.0.14", "an open Wingate proxy"), new("127.0.0.15", "a router that was broken into"),
                new("127.0.0.17", "a bot, found by machine"), new("127.0.0.19", "an abused VPN"),
            ],
        },
        Of("bl.blocklist.de", "blocklist.de", 3, "https://www.blocklist.de/en/delist.html"),
        Of("dnsbl-1.uceprotect.net", "UCEPROTECT level 1", 3, "https://www.uceprotect.net/en/rblcheck.php"),
        // Whole networks and providers, their good customers too: a sender can do nothing about these two.
        Of("dnsbl-2.uceprotect.net", "UCEPROTECT level 2 (networks)", 3, "https://www.uceprotect.net/en/rblcheck.php"),
        Of("dnsbl-3.uceprotect.net", "UCEPROTECT level 3 (providers)", 3, "https://www.uceprotect.net/en/rblcheck.php"),
        Of("ips.backscatterer.org", "Backscatterer", 3, "https://www.backscatterer.org/"),
        Of("all.s5h.net", "S5H", 3, "https://www.usenix.org.uk/content/rbl.html"),
        Of("bl.nordspam.com", "NordSpam addresses", 3, "https://www.nordspam.com/delist/"),
        Of("bl.spameatingmonkey.net", "Spam Eating Monkey", 3, "https://spameatingmonkey.com/lookup"),
    ];

    private static Blocklist Of(string zone, string name, int tier, string delistingUrl) => new(zone, name, tier, BlocklistKind.Addresses, delistingUrl);
}
