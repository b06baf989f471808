namespace BounceBoard.Core.Domains.Dkim;

/// <summary>A <c>DKIM-Signature</c> field (RFC 6376 §3.5), as far as it can be read.</summary>
public sealed record DkimSignature
{
    /// <summary><c>d</c>: the domain that vouches, lower case; empty where it is missing.</summary>
    public string Domain { get; init; } = "";

    /// <summary><c>s</c>, lower case; empty where it is missing.</summary>
    public string Selector { get; init; } = "";

    /// <summary><c>a</c>, lower case.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary><c>i</c>: the agent or user; <c>@d</c> when left out.</summary>
    public string Identity { get; init; } = "";

    /// <summary><c>h</c>: names of the signed fields in order, as written; a name more than once signs more than one, or that there is none.</summary>
    public IReadOnlyList<string> SignedFields { get; init; } = [];

    /// <summary><c>c</c>: white space of the header may change; simple when left out.</summary>
    public bool IsHeaderRelaxed { get; init; }

    /// <summary><c>c</c>: white space of the body may change.</summary>
    public bool IsBodyRelaxed { get; init; }

    /// <summary><c>l</c>: signed octets of the canonical body; null for all of it. What stands behind may be anybody's (§8.2).</summary>
    public long? BodyLength { get; init; }

    /// <summary><c>bh</c>.</summary>
    public ReadOnlyMemory<byte> BodyHash { get; init; }

    /// <summary><c>b</c>.</summary>
    public ReadOnlyMemory<byte> Octets { get; init; }

    /// <summary><c>t</c>.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary><c>x</c>.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Where the key stands; null where that cannot be a name.</summary>
    public RecordQuestion? KeyQuestion =>
        Selector.Length > 0 && Spf.TargetName.CanExist($"{Selector}._domainkey.{Domain}") ? new RecordQuestion($"{Selector}._domainkey.{Domain}", RecordType.Txt) : null;

    /// <summary>The domain of <see cref="Identity"/>, lower case.</summary>
    public string IdentityDomain => Identity[(Identity.LastIndexOf('@') + 1)..].ToLowerInvariant();

    /// <param name="value">Value of the field, folded or not.</param>
    public static DkimSignatureReading Parse(string value) => DkimSignatureReader.Read(value);
}
