namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>The weights of version 1, the only place where they stand. Each profile sums to 100.</summary>
internal static class FormulaTable
{
    private const string Impersonation = "Impersonation";
    private const string RealMail = "Real mail";
    private const string Delivery = "Delivery";
    private const string Transport = "Transport and DNS";
    private const string Silence = "Nothing is sent";

    public static readonly IReadOnlyList<FormulaLine> Sending =
    [
        new(Part.DmarcRecord, Impersonation, "DMARC record", 8, "A valid record is found by the tree walk.", "Without it nothing else acts (RFC 9989 §5.1)."),
        new(Part.DmarcPolicy, Impersonation, "Policy of the domain", 12, "Quarantine or reject 12; none with a report address 3; none 0. Test mode counts one level lower.", "It is what stops mail forged in exactly this name."),
        new(Part.DmarcSubdomains, Impersonation, "Policy of subdomains", 4, "Quarantine or reject 4; none 0.", "Forgers use names below the domain."),
        new(Part.DmarcNonexistent, Impersonation, "Policy of invented names", 4, "Quarantine or reject for names that do not exist 4; none 0.", "Forgers invent names."),
        new(Part.Spf, Impersonation, "SPF", 6, "One record, no permanent error, and an end that says something.", "A permanent error is SPF gone (RFC 7208 §4.6)."),
        new(Part.Dkim, Impersonation, "DKIM", 6, "A key of 2048 bits or Ed25519 6, of 1024 bits 3; a key under 1024 bits or in test mode takes 3.", "Short keys are not to be trusted (RFC 8301 §3.2)."),
        new(Part.ReportsPass, RealMail, "Approved sources pass", 15, "15 × (rate − 0.50) / 0.49, the rate of approved sources that pass DMARC in 30 days.", "It is what receivers saw."),
        new(Part.ReportsDkim, RealMail, "Passing by DKIM", 5, "5 × the share of passing mail that passes with aligned DKIM.", "SPF alone breaks when mail is forwarded (RFC 9989 §8)."),
        new(Part.ReportsSources, RealMail, "Sources reviewed", 5, "No source that passes and was never reviewed sends more than 1 % of the mail.", "An unknown system has the domain's name."),
        new(Part.Mx, Delivery, "MX", 4, "An equal share for each MX host that has an address.", "Bounces and answers must arrive."),
        new(Part.Sending, Delivery, "Sending servers", 5, "An equal share for each address: PTR 2/5, confirmed 2/5, HELO 1/5.", "Large receivers refuse mail without it."),
        new(Part.Blocklists, Delivery, "Blocklists", 6, "A listing of tier 1 takes 6, of tier 2 takes 2, of tier 3 none.", "Tiers say on which lists mail is refused."),
        new(Part.SpfHeadroom, Delivery, "SPF headroom", 3, "At most 8 look-ups 1; at most 1 void look-up 1; at most 450 octets 1.", "The next provider that is added breaks the record."),
        new(Part.ReportAddress, Delivery, "Reports arrive", 2, "The addresses of rua may receive them, and one came in the last 7 days.", "A policy is only as good as what is known of the mail."),
        new(Part.StartTls, Transport, "STARTTLS", 4, "An equal share for each MX host that offers TLS 1.2 or later.", "Mail travels readable without it."),
        new(Part.Certificate, Transport, "Certificate", 2, "An equal share for each MX host whose certificate is in date, trusted and for its name, or that DANE vouches for.", "Senders with a policy refuse any other."),
        new(Part.TransportPolicy, Transport, "MTA-STS or DANE", 5, "MTA-STS that enforces and covers every MX, or DANE that matches on every MX 5; MTA-STS in testing 2.", "Either stops an attacker from stripping TLS."),
        new(Part.TlsReports, Transport, "TLS reports", 1, "A valid record at _smtp._tls.", "Failures of TLS are otherwise silent."),
        new(Part.Dnssec, Transport, "DNSSEC", 2, "The zone is signed and validates.", "All of the above stands in DNS."),
        new(Part.NameServers, Transport, "Name servers", 1, "At least two, and all say the same.", "A server that differs gives receivers a different answer by chance."),
    ];

    public static readonly IReadOnlyList<FormulaLine> Parked =
    [
        new(Part.ParkedPolicy, Silence, "Policy reject", 50, "Reject for the domain 30, for subdomains 10, for invented names 10; quarantine half.", "No mail of this name is genuine."),
        new(Part.ParkedSpf, Silence, "SPF lets nobody send", 20, "The record is v=spf1 -all.", "No server sends for this name."),
        new(Part.ParkedMx, Silence, "Null MX", 15, "The MX set is the null MX (RFC 7505).", "Nobody waits for an answer here."),
        new(Part.ParkedDkim, Silence, "No DKIM key", 5, "No usable key among the selectors tried.", "A forgotten key can still sign."),
        new(Part.Dnssec, Silence, "DNSSEC", 10, "The zone is signed and validates.", "All of the above stands in DNS."),
    ];

    public static readonly IReadOnlyList<FormulaCap> Caps =
    [
        new(CapId.DnssecBogus, 19, "DNSSEC fails to validate: receivers that validate see no record at all."),
        new(CapId.PassAll, 29, "SPF ends in +all: every server in the world may send."),
        new(CapId.Unreachable, 39, "No MX host can be reached."),
        new(CapId.NoDmarc, 49, "There is no DMARC record."),
        new(CapId.SpfPermerror, 59, "SPF is a permanent error."),
        new(CapId.Listed, 59, "A sending address is on a list of tier 1."),
        new(CapId.OpenRelay, 19, "An MX host passes on mail of strangers to strangers."),
        new(CapId.RegistrationEnds, 69, "The registration of the domain ends within 14 days."),
    ];
}
