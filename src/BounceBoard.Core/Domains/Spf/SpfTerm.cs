namespace BounceBoard.Core.Domains.Spf;

/// <summary>One directive or modifier of a record (RFC 7208 §4.6.1).</summary>
/// <param name="Text">As written in the record.</param>
/// <param name="Qualifier">What a match gives (§4.6.2); <see cref="SpfResult.Pass"/> when none is written.</param>
public sealed record SpfTerm(string Text, SpfTermKind Kind, SpfResult Qualifier = SpfResult.Pass)
{
    /// <summary>The domain-spec or a modifier's value, macros not expanded; empty where the record's own domain is meant (§4.8).</summary>
    public string DomainSpec { get; init; } = "";

    /// <summary>Prefix length for IPv4, 0 to 32 bits (§5.6).</summary>
    public int Ip4Prefix { get; init; } = 32;

    /// <summary>Prefix length for IPv6, 0 to 128 bits (§5.6).</summary>
    public int Ip6Prefix { get; init; } = 128;

    /// <summary>The network of <c>ip4</c> and <c>ip6</c>.</summary>
    internal SpfAddress Network { get; init; }

    public bool IsModifier => Kind is SpfTermKind.Redirect or SpfTermKind.Exp or SpfTermKind.UnknownModifier;

    /// <summary>The target depends on the message: nobody can list what it lets through.</summary>
    public bool HasMacro => DomainSpec.Contains('%', StringComparison.Ordinal);

    /// <summary>One of the terms of which a check may use ten (§4.6.4).</summary>
    public bool CostsLookup => Kind is SpfTermKind.Include or SpfTermKind.A or SpfTermKind.Mx or SpfTermKind.Ptr or SpfTermKind.Exists or SpfTermKind.Redirect;
}
