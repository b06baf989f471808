namespace BounceBoard.Core.Domains.Dmarc;

/// <summary>A record as a receiver understands it: what cannot be read has been replaced by its default (RFC 9989 §4.8).</summary>
public sealed record DmarcRecord
{
    /// <summary>The strings of the TXT record, joined.</summary>
    public required string Text { get; init; }

    /// <summary>Tags in the order written, unknown and historic ones included.</summary>
    public required IReadOnlyList<DmarcTag> Tags { get; init; }

    /// <summary>For the domain itself: <c>p</c>; none when left out (§4.7).</summary>
    public DmarcPolicy Policy { get; init; }

    /// <summary>For existing subdomains: <c>sp</c>; null when left out, then <see cref="Policy"/> holds.</summary>
    public DmarcPolicy? SubdomainPolicy { get; init; }

    /// <summary>For subdomains that do not exist: <c>np</c>; null when left out, then <see cref="SubdomainPolicy"/> holds.</summary>
    public DmarcPolicy? NonexistentPolicy { get; init; }

    /// <summary><c>t=y</c>: receivers are asked to act one level lower (§4.7).</summary>
    public bool IsTesting { get; init; }

    public PsdDeclaration Psd { get; init; }

    /// <summary><c>adkim=s</c>: DKIM's domain must be the author's own, not one of the same organization (§4.4).</summary>
    public bool IsDkimStrict { get; init; }

    /// <summary><c>aspf=s</c>: the same for SPF's domain.</summary>
    public bool IsSpfStrict { get; init; }

    /// <summary><c>fo</c>: when failure reports are wanted, of 0, 1, d, s; the default is 0 (§4.7).</summary>
    public IReadOnlyList<char> FailureOptions { get; init; } = ['0'];

    /// <summary><c>rua</c>: where aggregate reports go.</summary>
    public IReadOnlyList<DmarcUri> AggregateReports { get; init; } = [];

    /// <summary><c>ruf</c>: where failure reports go.</summary>
    public IReadOnlyList<DmarcUri> FailureReports { get; init; } = [];

    /// <summary>The policy for a name below the record's own.</summary>
    /// <param name="exists">False when DNS says that there is no such name (NXDOMAIN, RFC 9989 §3.2.13).</param>
    public DmarcPolicy PolicyBelow(bool exists) => (exists ? null : NonexistentPolicy) ?? SubdomainPolicy ?? Policy;

    /// <summary>What receivers are asked to do in test mode: one level less (§4.7).</summary>
    public DmarcPolicy Applied(DmarcPolicy policy) => !IsTesting ? policy : policy switch
    {
        DmarcPolicy.Reject => DmarcPolicy.Quarantine,
        DmarcPolicy.Quarantine or DmarcPolicy.None => DmarcPolicy.None,
    };
}
