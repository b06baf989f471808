using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.History;
using BounceBoard.Core.Domains.Registration;

namespace BounceBoard.Core.Domains.Health;

/// <summary>
/// Everything an examination of a domain found out, and nothing it concluded: the rules judge it without a network, again and
/// differently where wanted (a later version of the score, a record that is only planned).
/// </summary>
public sealed record DomainFacts
{
    public required DomainName Domain { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the resolver whose answers these are, for example <c>system</c> or <c>192.0.2.53</c>.</summary>
    public required string Resolver { get; init; }

    /// <summary>All answers, under the questions as asked; a question that was not asked is not there, which is "unknown", never "absent".</summary>
    public required IDnsSnapshot Dns { get; init; }

    /// <summary>Selectors that were asked for, with the reason why; a key that is not among them may still exist (RFC 6376 §3.1).</summary>
    public IReadOnlyList<SelectorFact> Selectors { get; init; } = [];

    /// <summary>Conversations with the MX hosts, one per host and address tried; empty when none was tried.</summary>
    public IReadOnlyList<MailHostFact> MailHosts { get; init; } = [];

    /// <summary>The MTA-STS policy as fetched; null when it was not fetched (no record, or fetching is off).</summary>
    public PolicyFetch? MtaStsPolicy { get; init; }

    /// <summary>State of the domain's own zone through a validating resolver; of each MX host in <see cref="HostDnssec"/>.</summary>
    public DnssecState Dnssec { get; init; }

    /// <summary>Host names (lower case) whose addresses and TLSA records were validated or not (RFC 7672 §2.2).</summary>
    public IReadOnlyDictionary<string, DnssecState> HostDnssec { get; init; } = new Dictionary<string, DnssecState>();

    /// <summary>What each authoritative server said by itself; empty when they were not asked.</summary>
    public IReadOnlyList<NameServerFact> NameServers { get; init; } = [];

    /// <summary>What servers of the zone above say of the delegation; empty when they were not asked, or the domain is no zone of its own.</summary>
    public IReadOnlyList<DelegationFact> Delegations { get; init; } = [];

    /// <summary>The tenant's own addresses that send for this domain; empty when none is known.</summary>
    public IReadOnlyList<SendingHost> SendingHosts { get; init; } = [];

    /// <summary>One entry per list and subject asked.</summary>
    public IReadOnlyList<BlocklistFact> Blocklists { get; init; } = [];

    /// <summary>What receivers reported in the last 30 days (RFC 9990); null when no report is held.</summary>
    public ReportFacts? Reports { get; init; }

    /// <summary>Addresses at which this house itself receives aggregate reports, as <c>rua</c> would name them without <c>mailto:</c>; empty when it receives none.</summary>
    public IReadOnlyList<string> OwnReportAddresses { get; init; } = [];

    /// <summary>Ways in which mail of this domain and of those below it was sent, as bounces of the last 90 days tell; empty when none was seen.</summary>
    public IReadOnlyList<SeenSender> SeenSenders { get; init; } = [];

    /// <summary>What servers called themselves while they sent such mail, from whatever address; lower case.</summary>
    public IReadOnlyList<string> SeenHelos { get; init; } = [];

    /// <summary>Domains below this one whose mail was seen, and that the tenant does not look after; lower case.</summary>
    public IReadOnlyList<string> UnmanagedSubdomains { get; init; } = [];

    /// <summary>A domain that is meant to send nothing is judged by other rules; the tenant says so, or null records do.</summary>
    public DomainProfile Profile { get; init; }

    /// <summary>The tenant said what the profile is; else the records may say that the domain sends nothing.</summary>
    public bool IsProfileSaid { get; init; }

    /// <summary>What the registry says of the registered name; null when it was not asked.</summary>
    public RegistrationFact? Registration { get; init; }

    /// <summary>What earlier examinations saw; null where none are kept.</summary>
    public EarlierFacts? Earlier { get; init; }

    /// <summary>What the record of BIMI leads to; null when nothing was fetched.</summary>
    public BimiFact? Bimi { get; init; }
}
