namespace BounceBoard.Core.Domains.Blocklists;

/// <summary>Lists of domains, asked by the name itself (RFC 5782 §3). Several have a test entry of their own instead of <c>test</c>.</summary>
internal static class DomainLists
{
    public static readonly Blocklist[] All =
    [
        Of("dbl.spamhaus.org", "Spamhaus DBL", 1, "https://check.spamhaus.org/") with
        {
            ListedDomain = "dbltest.com",
            Codes =
            [
                new("127.0.1.2", "a spammer's domain"), new("127.0.1.4", "phishing"), new("127.0.1.5", "malware"), new("127.0.1.6", "controls a botnet"),
                new("127.0.1.102", "an honest domain, abused for spam"), new("127.0.1.103", "an honest redirector, abused for spam"),
                new("127.0.1.104", "an honest domain, abused for phishing"), new("127.0.1.105", "an honest domain, abused for malware"),
                new("127.0.1.106", "an honest domain, abused to control a botnet"),
            ],
        },
        Of("multi.surbl.org", "SURBL", 1, "https://surbl.org/surbl-analysis") with
        {
            ListedDomain = "surbl-org-permanent-test-point.com",
            IsBitSet = true,
            RefusalCodes = ["127.0.0.1"],
            Codes =
            [
                new("127.0.0.8", "PH: phishing"), new("127.0.0.16", "MW: malware"), new("127.0.0.64", "ABUSE: advertised in spam"),
                new("127.0.0.128", "CR: a site that was broken into"),
            ],
        },
        Of("multi.uribl.com", "URIBL", 2, "https://admin.uribl.com/") with
        {
            ListedDomain = "test.uribl.com",
            IsBitSet = true,
            // Public resolvers and those who ask too much get it to every question.
            RefusalCodes = ["127.0.0.1"],
            Codes = [new("127.0.0.2", "black: advertised in spam"), new("127.0.0.4", "grey: bulk mail that some asked for"), new("127.0.0.8", "red: new or hidden owner, seen in mail")],
        },
        Of("dbl.nordspam.com", "NordSpam domains", 3, "https://www.nordspam.com/delist/"),
    ];

    private static Blocklist Of(string zone, string name, int tier, string delistingUrl) => new(zone, name, tier, BlocklistKind.Domains, delistingUrl);
}
