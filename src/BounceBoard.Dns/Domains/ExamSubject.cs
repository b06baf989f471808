using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Dns.Domains;

/// <summary>What is to be found out about which domain, and what is known of it beforehand.</summary>
public sealed record ExamSubject
{
    public required DomainName Domain { get; init; }

    /// <summary>Selectors to ask for; DNS has no list of them (RFC 6376 §3.1).</summary>
    public IReadOnlyList<SelectorFact> Selectors { get; init; } = [];

    /// <summary>The tenant's own addresses that send for the domain.</summary>
    public IReadOnlyList<SendingHost> SendingHosts { get; init; } = [];

    public DomainProfile Profile { get; init; }

    /// <summary>See <see cref="DomainFacts.IsProfileSaid"/>.</summary>
    public bool IsProfileSaid { get; init; }

    /// <summary>See <see cref="DomainFacts.SeenSenders"/>.</summary>
    public IReadOnlyList<SeenSender> SeenSenders { get; init; } = [];

    /// <summary>See <see cref="DomainFacts.SeenHelos"/>.</summary>
    public IReadOnlyList<string> SeenHelos { get; init; } = [];

    /// <summary>See <see cref="DomainFacts.UnmanagedSubdomains"/>.</summary>
    public IReadOnlyList<string> UnmanagedSubdomains { get; init; } = [];

    /// <summary>Ask the blocklists for the domain and the sending hosts.</summary>
    public bool AskBlocklists { get; init; } = true;

    /// <summary>Ask each of the domain's name servers by itself.</summary>
    public bool AskNameServers { get; init; } = true;

    /// <summary>
    /// Answers that other examinations brought may stand for new ones while their time to live runs: for rounds over many domains,
    /// which meet the same names again and again. Never for a person who has just mended a record.
    /// </summary>
    public bool SharesAnswers { get; init; }
}
