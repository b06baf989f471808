namespace BounceBoard.Core.Domains.Health.Scoring;

/// <summary>Names of the lines of the formula.</summary>
internal static class Part
{
    public const string DmarcRecord = "dmarc-record";
    public const string DmarcPolicy = "dmarc-policy";
    public const string DmarcSubdomains = "dmarc-subdomains";
    public const string DmarcNonexistent = "dmarc-nonexistent";
    public const string Spf = "spf";
    public const string Dkim = "dkim";
    public const string ReportsPass = "reports-pass";
    public const string ReportsDkim = "reports-dkim";
    public const string ReportsSources = "reports-sources";
    public const string Mx = "mx";
    public const string Sending = "sending-hosts";
    public const string Blocklists = "blocklists";
    public const string SpfHeadroom = "spf-headroom";
    public const string ReportAddress = "report-address";
    public const string StartTls = "starttls";
    public const string Certificate = "certificate";
    public const string TransportPolicy = "transport-policy";
    public const string TlsReports = "tls-reports";
    public const string Dnssec = "dnssec";
    public const string NameServers = "name-servers";
    public const string ParkedPolicy = "parked-policy";
    public const string ParkedSpf = "parked-spf";
    public const string ParkedMx = "parked-mx";
    public const string ParkedDkim = "parked-dkim";
}
