using System.Formats.Asn1;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BounceBoard.Core.Domains.Bimi;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>Mark certificates as an authority issues them, with the picture inside, packed (RFC 9399 §4.1, §7).</summary>
internal static class MarkPem
{
    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="svg">Null: no picture.</param>
    /// <param name="isChained">False: another authority of the same name stands in the file.</param>
    public static string Of(string name, string? svg, bool hasPurpose = true, bool hasIssuer = true, bool isChained = true)
    {
        using var root = RootOf();
        using var other = RootOf();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Mark", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(hasPurpose ? "1.3.6.1.5.5.7.3.31" : "1.3.6.1.5.5.7.3.1")], false));
        if (svg is not null)
        {
            request.CertificateExtensions.Add(new X509Extension(Logotype.Extension, Extension(svg), false));
        }
        using var issued = request.Create(root, Begin, Begin.AddYears(1), [1]);
        return $"{issued.ExportCertificatePem()}\n{(hasIssuer ? (isChained ? root : other).ExportCertificatePem() : "")}\n";
    }

    private static X509Certificate2 RootOf()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Marks of the Laboratory", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Begin.AddYears(-1), Begin.AddYears(9));
    }

    private static byte[] Extension(string svg)
    {
        var packed = Packed(svg);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Tag(2)))
        using (writer.PushSequence(Tag(0)))
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteCharacterString(UniversalTagNumber.IA5String, "image/svg+xml+gzip");
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Logotype.Sha256);
                }
                writer.WriteOctetString(SHA256.HashData(packed));
            }
            using (writer.PushSequence())
            {
                writer.WriteCharacterString(UniversalTagNumber.IA5String, $"data:image/svg+xml;base64,{Convert.ToBase64String(packed)}");
            }
        }
        return writer.Encode();
    }

    private static byte[] Packed(string svg)
    {
        using var whole = new MemoryStream();
        using (var packing = new GZipStream(whole, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(Encoding.UTF8.GetBytes(svg));
        }
        return whole.ToArray();
    }

    private static Asn1Tag Tag(int number) => new(TagClass.ContextSpecific, number, isConstructed: true);
}
