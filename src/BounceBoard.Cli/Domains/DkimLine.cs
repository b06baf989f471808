namespace BounceBoard.Cli.Domains;

/// <summary>The object of <c>dkim --json</c>: names are a contract; fields may be added, never renamed.</summary>
internal sealed record DkimLine
{
    public required string File { get; init; }

    /// <summary>The best of all signatures, in the words of RFC 8601 §2.7.1; <c>none</c> without a signature.</summary>
    public required string Result { get; init; }

    /// <summary>Domain of the From field; null where it does not name exactly one.</summary>
    public required string? AuthorDomain { get; init; }

    /// <summary>A signature that passes is of the author's domain, so that DMARC passes; null when that is not known.</summary>
    public required bool? Aligned { get; init; }

    /// <summary>As of when expiry was judged.</summary>
    public required DateTimeOffset At { get; init; }

    public required IReadOnlyList<SignatureOf> Signatures { get; init; }

    /// <summary>What each resolver's answers give; the first is the one shown above.</summary>
    public required IReadOnlyList<ResolverOf> Resolvers { get; init; }

    /// <param name="Failure">Why it does not pass, as a stable name (<c>body-hash</c>, <c>no-key</c>, <c>expired</c> …); null for a pass.</param>
    /// <param name="Reason">The same as a sentence.</param>
    /// <param name="BodyLength"><c>l=</c>: signed octets of the text; null for all of it.</param>
    /// <param name="UnsignedOctets">Octets behind <c>l=</c>.</param>
    internal sealed record SignatureOf(
        string Result, string? Failure, string? Reason, string Domain, string Selector, string Algorithm, string Identity, bool? Aligned,
        string HeaderCanonicalization, string BodyCanonicalization, IReadOnlyList<string> SignedFields, long? BodyLength, long UnsignedOctets,
        DateTimeOffset? SignedAt, DateTimeOffset? ExpiresAt, KeyOf? Key);

    /// <param name="Type"><c>rsa</c> or <c>ed25519</c>.</param>
    /// <param name="Testing"><c>t=y</c>: receivers treat a failure as no signature at all.</param>
    /// <param name="Strict"><c>t=s</c>: <c>i=</c> must be exactly <c>d=</c>.</param>
    internal sealed record KeyOf(string Type, int Bits, bool Testing, bool Strict, IReadOnlyList<string> Hashes);

    /// <summary>One resolver.</summary>
    internal sealed record ResolverOf(string Resolver, string Result);
}
