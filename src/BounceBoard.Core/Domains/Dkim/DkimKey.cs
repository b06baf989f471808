namespace BounceBoard.Core.Domains.Dkim;

/// <summary>A public key as published at <c>SELECTOR._domainkey.DOMAIN</c> (RFC 6376 §3.6.1, RFC 8463 §4).</summary>
public sealed record DkimKey
{
    /// <summary>RSA keys below this are not verified (RFC 8301 §3.2), in bits.</summary>
    public const int FewestBits = 1024;

    /// <summary>RSA keys should have this many bits at least (RFC 8301 §3.2).</summary>
    public const int WantedBits = 2048;

    /// <summary>Verifiers need not manage longer RSA keys (RFC 8301 §3.2), in bits.</summary>
    public const int MostBits = 4096;

    /// <summary>The strings of the TXT record, joined.</summary>
    public required string Text { get; init; }

    public required DkimKeyType Type { get; init; }

    /// <summary>Length of the RSA modulus in bits; 256 for Ed25519.</summary>
    public required int Bits { get; init; }

    /// <summary>RSA: modulus, big-endian. Ed25519: the 32 octets of the key.</summary>
    public required ReadOnlyMemory<byte> Octets { get; init; }

    /// <summary>RSA: public exponent, big-endian. Ed25519: empty.</summary>
    public ReadOnlyMemory<byte> Exponent { get; init; }

    /// <summary><c>t=y</c>: the domain tests DKIM, and verifiers treat its mail as unsigned when a signature fails (§3.6.1).</summary>
    public bool IsTesting { get; init; }

    /// <summary><c>t=s</c>: the domain in <c>i=</c> must be <c>d=</c> itself, not one below (§3.6.1).</summary>
    public bool IsStrict { get; init; }

    /// <summary><c>h</c>: hashes the key may be used with, lower case; empty when left out, then all (§3.6.1).</summary>
    public IReadOnlyList<string> Hashes { get; init; } = [];

    /// <summary><c>s</c>: services the key is for, lower case; <c>*</c> when left out (§3.6.1).</summary>
    public IReadOnlyList<string> Services { get; init; } = ["*"];

    /// <summary>SHA-256 is the only hash that counts (RFC 8301 §3.1).</summary>
    public bool AllowsSha256 => Hashes.Count == 0 || Hashes.Contains("sha256");

    public bool IsForMail => Services.Contains("*") || Services.Contains("email");

    public bool IsLongEnough => Type switch
    {
        DkimKeyType.Rsa => Bits >= FewestBits,
        DkimKeyType.Ed25519 => true,
    };

    /// <summary>False when no signature of a mail can verify with this key.</summary>
    public bool CanVerifyMail => AllowsSha256 && IsForMail && IsLongEnough;

    /// <param name="text">The strings of one TXT record, joined; anything at all.</param>
    public static DkimReading Parse(string text) => DkimKeyReader.Read(text);
}
