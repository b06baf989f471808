using System.Formats.Asn1;

namespace BounceBoard.Core.Domains.Dane;

/// <summary>The pieces of a certificate that TLSA speaks of, cut out of its bytes as they are (RFC 5280 §4.1).</summary>
/// <param name="Whole">DER of the certificate.</param>
/// <param name="Issuer">DER of the issuer's name.</param>
/// <param name="Subject">DER of the subject's name.</param>
/// <param name="PublicKey">DER of the SubjectPublicKeyInfo.</param>
internal sealed record CertificateParts(ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Issuer, ReadOnlyMemory<byte> Subject, ReadOnlyMemory<byte> PublicKey)
{
    /// <returns>Null when the bytes are no certificate.</returns>
    public static CertificateParts? Of(byte[] der)
    {
        try
        {
            var fields = new AsnReader(der, AsnEncodingRules.DER).ReadSequence().ReadSequence();
            if (fields.PeekTag().HasSameClassAndValue(new Asn1Tag(TagClass.ContextSpecific, 0)))
            {
                // The version, which those of version 1 leave out.
                fields.ReadEncodedValue();
            }
            fields.ReadInteger();
            // The algorithm of the signature.
            fields.ReadEncodedValue();
            var issuer = fields.ReadEncodedValue();
            // The dates.
            fields.ReadEncodedValue();
            var subject = fields.ReadEncodedValue();
            return new CertificateParts(der, issuer, subject, fields.ReadEncodedValue());
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
