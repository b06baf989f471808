using System.Net;

namespace BounceBoard.Core.Domains.Health;

/// <summary>One authoritative server of the domain's zone and what it answered itself.</summary>
/// <param name="Name">As the NS record says, lower case.</param>
/// <param name="Address">The address that was asked; null when the name has none.</param>
/// <param name="Answers">Same questions to every server (SOA, NS, MX, TXT of the domain and of <c>_dmarc</c>); empty when none was asked.</param>
/// <param name="IsAuthoritative">The answers had the AA flag; null when none came. False: lame (RFC 1912 §2.8).</param>
public sealed record NameServerFact(string Name, IPAddress? Address, IReadOnlyList<RecordAnswer> Answers, bool? IsAuthoritative)
{
    /// <summary>It answers a question of EDNS0 in kind (RFC 6891); null when no answer came.</summary>
    public bool? KnowsEdns { get; init; }

    /// <summary>It answers over TCP (RFC 7766 §5). False: the connection was refused; null when nothing is known, a firewall of this house included.</summary>
    public bool? AnswersTcp { get; init; }

    /// <summary>It looks up foreign names for whoever asks, at least for this house (RFC 5358).</summary>
    public bool? IsOpenResolver { get; init; }

    /// <summary>It gave the beginning of the whole zone to this house (RFC 5936); null when that was not asked or not answered.</summary>
    public bool? GivesZone { get; init; }

    /// <summary>How it serves the zone signed; null when no answer came.</summary>
    public ZoneSigning? Signing { get; init; }
}
