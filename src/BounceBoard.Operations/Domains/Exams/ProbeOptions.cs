namespace BounceBoard.Operations.Domains.Exams;

/// <summary>How an examination of a domain connects to the servers that the domain names; section <c>Probes</c>.</summary>
public sealed class ProbeOptions
{
    public const string Section = "Probes";

    /// <summary>False: neither mail servers nor anything on the web (MTA-STS policies, BIMI, registries) is looked at; what they would tell is unknown.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Port of mail servers (RFC 5321 §4.5.4.2); another one only in a laboratory.</summary>
    public int Port { get; set; } = 25;

    /// <summary>Port of all that is fetched over HTTPS: MTA-STS policies (RFC 8461 §3.3), BIMI and registries; another one only in a laboratory.</summary>
    public int PolicyPort { get; set; } = 443;

    /// <summary>Networks beside the public Internet that may be connected to, like <c>10.0.0.0/8</c>: whoever names a domain could else make this machine connect inside.</summary>
    public IList<string> PrivateNetworks { get; } = [];

    /// <summary>PEM file with roots of an own authority, believed beside the machine's; empty: none.</summary>
    public string RootsFile { get; set; } = "";

    /// <summary>Ask the first mail server of each domain whether it takes the null sender, <c>postmaster@</c> and <c>abuse@</c>, and answers VRFY and EXPN; no mail is sent.</summary>
    public bool TestMailboxes { get; set; } = true;

    /// <summary>
    /// Ask each mail server once a day whether it takes recipients outside; no mail is sent. Off unless wanted, since servers count refusals, and since
    /// whoever names a domain chooses the server.
    /// </summary>
    public bool TestRelay { get; set; }

    /// <summary>Ask the registry of a domain when its registration ends (RDAP, RFC 9082).</summary>
    public bool Rdap { get; set; } = true;

    /// <summary>Where the list of registries' servers is fetched (RFC 9224), once a day.</summary>
    public string RdapBootstrap { get; set; } = "https://data.iana.org/rdap/dns.json";
}
