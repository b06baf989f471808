using System.Formats.Asn1;

namespace BounceBoard.Core.Domains.Dkim;

/// <summary>Takes the key out of <c>p</c>.</summary>
internal static class DkimKeyMaterial
{
    private const int Ed25519Length = 32;
    private const string RsaEncryption = "1.2.840.113549.1.1.1";

    // What wraps an Ed25519 key in certificates (RFC 8410 §4), where DKIM wants the bare one.
    private static readonly byte[] Ed25519Wrapping = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];

    /// <param name="data">Value of <c>p</c> without white space.</param>
    /// <param name="tag">The tag as written, for findings.</param>
    /// <returns>Null, with a finding, where this is no key of the type.</returns>
    public static DkimKey? Read(DkimKeyType type, string data, string tag, List<DkimFinding> findings)
    {
        if (Octets(data) is not { } octets)
        {
            findings.Add(Bad(DkimFindingKind.BadKey, tag, "The value of p is not base64, so there is no key.", "RFC 6376 §3.6.1"));
            return null;
        }
        return type switch
        {
            DkimKeyType.Rsa => Rsa(octets, tag, findings),
            DkimKeyType.Ed25519 => Ed25519(octets, tag, findings),
        };
    }

    // The equals signs at the end are optional in the grammar (RFC 6376 §2.10).
    private static byte[]? Octets(string data)
    {
        var digits = data.AsSpan().TrimEnd('=');
        if (data.Length - digits.Length > 2 || digits.Length % 4 == 1)
        {
            return null;
        }
        var whole = digits.ToString().PadRight((digits.Length + 3) / 4 * 4, '=');
        var octets = new byte[whole.Length / 4 * 3];
        return Convert.TryFromBase64String(whole, octets, out var length) ? octets[..length] : null;
    }

    private static DkimKey? Ed25519(byte[] octets, string tag, List<DkimFinding> findings)
    {
        if (octets.Length == Ed25519Length)
        {
            return new DkimKey { Text = "", Type = DkimKeyType.Ed25519, Bits = Ed25519Length * 8, Octets = octets };
        }
        findings.Add(octets.AsSpan().StartsWith(Ed25519Wrapping)
            ? Bad(DkimFindingKind.WrappedEd25519Key, tag, "The key is wrapped as for a certificate; DKIM wants its last 32 octets alone in base64.", "RFC 8463 §4.2")
            : Bad(DkimFindingKind.BadKey, tag, $"An Ed25519 key has {Ed25519Length} octets, and this has {octets.Length}.", "RFC 8463 §4.2"));
        return null;
    }

    private static DkimKey? Rsa(byte[] octets, string tag, List<DkimFinding> findings)
    {
        try
        {
            var key = Wrapped(octets, out var isBare) ?? Bare(octets);
            if (key.Exponent.Span[^1] % 2 == 0 || key.Exponent.Span.SequenceEqual(stackalloc byte[] { 1 }))
            {
                findings.Add(Bad(DkimFindingKind.BadExponent, tag, "The exponent of the RSA key is even or 1; no signature verifies with it.", "RFC 8017 §3.1"));
                return null;
            }
            if (isBare)
                findings.Add(new(DkimFindingKind.BareRsaKey, FindingSeverity.Warning, tag, "The key is a bare RSAPublicKey; most signers publish it as SubjectPublicKeyInfo, and some verifiers read nothing else.", "RFC 6376 §3.6.1"));
            return key;
        }
        catch (AsnContentException)
        {
            findings.Add(Bad(DkimFindingKind.BadKey, tag, "The value of p is base64 but holds no RSA public key; it may have been cut or mixed up when it was published.", "RFC 6376 §3.6.1"));
            return null;
        }
    }

    /// <summary>SubjectPublicKeyInfo (RFC 5280 §4.1.2.7); null with <paramref name="isBare"/> when it begins as a bare key.</summary>
    private static DkimKey? Wrapped(byte[] octets, out bool isBare)
    {
        var outer = new AsnReader(octets, AsnEncodingRules.BER).ReadSequence();
        isBare = outer.PeekTag() == Asn1Tag.Integer;
        if (isBare)
        {
            return null;
        }
        if (outer.ReadSequence().ReadObjectIdentifier() != RsaEncryption)
        {
            throw new AsnContentException("Another algorithm than rsaEncryption.");
        }
        return Bare(outer.ReadBitString(out _));
    }

    private static DkimKey Bare(byte[] octets)
    {
        var pair = new AsnReader(octets, AsnEncodingRules.BER).ReadSequence();
        var (modulus, exponent) = (pair.ReadInteger(), pair.ReadInteger());
        if (modulus.Sign <= 0 || exponent.Sign <= 0)
        {
            throw new AsnContentException("A number of the key is not positive.");
        }
        return new DkimKey
        {
            Text = "",
            Type = DkimKeyType.Rsa,
            Bits = (int)modulus.GetBitLength(),
            Octets = modulus.ToByteArray(isUnsigned: true, isBigEndian: true),
            Exponent = exponent.ToByteArray(isUnsigned: true, isBigEndian: true),
        };
    }

    private static DkimFinding Bad(DkimFindingKind kind, string tag, string sentence, string reference) => new(kind, FindingSeverity.Error, tag, sentence, reference);
}
