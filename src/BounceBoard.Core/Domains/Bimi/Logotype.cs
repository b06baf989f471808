using System.Formats.Asn1;

namespace BounceBoard.Core.Domains.Bimi;

/// <summary>The picture that a certificate holds or points to: its extension for the subject's logotype (RFC 9399 §4.1).</summary>
/// <param name="Hashes">Digest and its algorithm's object identifier.</param>
/// <param name="Addresses">Where the picture is; a <c>data:</c> address holds it.</param>
public sealed record Logotype(IReadOnlyList<(string Algorithm, byte[] Value)> Hashes, IReadOnlyList<string> Addresses)
{
    public const string Extension = "1.3.6.1.5.5.7.1.12";
    public const string Sha256 = "2.16.840.1.101.3.4.2.1";

    private const int MostPictures = 8;

    /// <param name="der">Value of the extension.</param>
    /// <returns>The subject's pictures; none where there are none, or the bytes are no such extension.</returns>
    public static IReadOnlyList<Logotype> Read(byte[] der)
    {
        try
        {
            return Pictures(new AsnReader(der, AsnEncodingRules.DER).ReadSequence());
        }
        catch (AsnContentException)
        {
            return [];
        }
    }

    private static List<Logotype> Pictures(AsnReader logos)
    {
        List<Logotype> found = [];
        while (logos.HasData)
        {
            // Of the community, the issuer and the subject only the last is the brand's own.
            if (!logos.PeekTag().HasSameClassAndValue(Tag(2)))
            {
                logos.ReadEncodedValue();
                continue;
            }
            var info = logos.ReadSequence(Tag(2));
            if (!info.PeekTag().HasSameClassAndValue(Tag(0)))
            {
                // Kept elsewhere, which mark certificates are not allowed to do.
                continue;
            }
            var data = info.ReadSequence(Tag(0));
            var images = data.HasData && data.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? data.ReadSequence() : null;
            while (images is { HasData: true } && found.Count < MostPictures)
            {
                found.Add(DetailsOf(images.ReadSequence().ReadSequence()));
            }
        }
        return found;
    }

    private static Logotype DetailsOf(AsnReader details)
    {
        // The media type.
        details.ReadEncodedValue();
        List<(string, byte[])> hashes = [];
        for (var all = details.ReadSequence(); all.HasData;)
        {
            var one = all.ReadSequence();
            hashes.Add((one.ReadSequence().ReadObjectIdentifier(), one.ReadOctetString()));
        }
        List<string> addresses = [];
        for (var all = details.ReadSequence(); all.HasData;)
        {
            addresses.Add(all.ReadCharacterString(UniversalTagNumber.IA5String));
        }
        return new Logotype(hashes, addresses);
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
