namespace BounceBoard.Core.Domains.Bimi;

/// <summary>What a mark certificate says, as fetched (RFC 9399 for its picture).</summary>
public sealed record MarkCertificateFact
{
    /// <summary>Of the record.</summary>
    public required string Address { get; init; }

    /// <summary>Why it was not fetched or cannot be read, as a sentence; empty otherwise.</summary>
    public string Problem { get; init; } = "";

    /// <summary>True when the failure says nothing of the domain.</summary>
    public bool IsUnknown { get; init; }

    public string Issuer { get; init; } = "";

    public DateTimeOffset Begins { get; init; }

    public DateTimeOffset Ends { get; init; }

    /// <summary>DNS names it is for, lower case.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>It is meant for brand indicators: key purpose 1.3.6.1.5.5.7.3.31.</summary>
    public bool HasPurpose { get; init; }

    /// <summary>SHA-256 of the pictures in it, lower-case hex: as stated, and of the picture itself where it is inside, unpacked.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Why the certificates do not vouch for each other, as a sentence; empty when they do. To whom the last belongs is not judged.</summary>
    public string ChainProblem { get; init; } = "";
}
