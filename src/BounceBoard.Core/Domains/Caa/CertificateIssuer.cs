using System.Formats.Asn1;
using BounceBoard.Core.Domains.Dane;

namespace BounceBoard.Core.Domains.Caa;

/// <summary>Who issued a certificate.</summary>
public static class CertificateIssuer
{
    /// <summary>organizationName of RFC 5280 Appendix A.1.</summary>
    private const string Organization = "2.5.4.10";

    /// <returns>The organization in the issuer's name; empty where it names none, or the bytes are no certificate.</returns>
    public static string OrganizationOf(byte[] der)
    {
        if (CertificateParts.Of(der) is not { } parts)
        {
            return "";
        }
        try
        {
            for (var names = new AsnReader(parts.Issuer, AsnEncodingRules.DER).ReadSequence(); names.HasData;)
            {
                for (var set = names.ReadSetOf(); set.HasData;)
                {
                    var attribute = set.ReadSequence();
                    if (attribute.ReadObjectIdentifier() == Organization)
                    {
                        return attribute.PeekTag() is { TagClass: TagClass.Universal } tag ? attribute.ReadCharacterString((UniversalTagNumber)tag.TagValue) : "";
                    }
                }
            }
            return "";
        }
        catch (Exception fault) when (fault is AsnContentException or ArgumentException)
        {
            return "";
        }
    }
}
