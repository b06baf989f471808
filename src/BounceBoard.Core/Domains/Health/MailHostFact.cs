using System.Net;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Domains.Health;

/// <summary>One conversation on port 25: up to STARTTLS, and where a trial was wanted, senders and recipients named behind it. No mail was sent.</summary>
public sealed record MailHostFact
{
    public required DomainName Host { get; init; }

    public required IPAddress Address { get; init; }

    public required MailHostState State { get; init; }

    /// <summary>What went wrong, as a sentence; empty otherwise.</summary>
    public string Problem { get; init; } = "";

    /// <summary>The greeting, without its code; empty when none came (RFC 5321 §4.2).</summary>
    public string Banner { get; init; } = "";

    /// <summary>Keywords of EHLO before TLS, upper case, with their arguments.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>For example <c>TLSv1.3</c>; empty without TLS.</summary>
    public string TlsVersion { get; init; } = "";

    public string Cipher { get; init; } = "";

    /// <summary>DER of the certificates as sent, the host's own first; empty without TLS. DANE matches these (RFC 7671).</summary>
    public IReadOnlyList<byte[]> Certificates { get; init; } = [];

    /// <summary>DNS names the host's certificate is for.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [];

    public DateTimeOffset? CertificateEnds { get; init; }

    /// <summary>The chain leads to a trusted root and is in date; null when it was not judged.</summary>
    public bool? IsChainTrusted { get; init; }

    /// <summary>The certificate names the host (RFC 6125 §6.4); null when it was not judged.</summary>
    public bool? IsNameValid { get; init; }

    /// <summary>Time to the greeting; null when none came.</summary>
    public TimeSpan? GreetingAfter { get; init; }

    /// <summary>Replies to the senders and recipients that were named, in their order; empty when none was.</summary>
    public IReadOnlyList<TrialReply> Trials { get; init; } = [];

    /// <summary>Why not all of them came to be named, as a sentence; empty otherwise.</summary>
    public string TrialProblem { get; init; } = "";

    /// <summary>This machine is of the server's own network, which the server may trust: what it lets this machine do, it need not let others do.</summary>
    public bool IsNeighbour { get; init; }
}
