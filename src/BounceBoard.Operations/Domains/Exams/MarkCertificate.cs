using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Domains.Bimi;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Reads a file of certificates in PEM form, the mark certificate first.</summary>
internal static class MarkCertificate
{
    private const string BrandIndicators = "1.3.6.1.5.5.7.3.31";
    private const int MostCertificates = 10;
    private const int MostNames = 50;

    /// <param name="address">Of the record.</param>
    public static MarkCertificateFact Read(string address, string pem, DateTimeOffset now)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(pem);
            return certificates.Count is 0 or > MostCertificates
                ? new MarkCertificateFact { Address = address, Problem = $"The file holds {certificates.Count} certificates in PEM form." }
                : FactOf(address, certificates, now);
        }
        catch (CryptographicException)
        {
            return new MarkCertificateFact { Address = address, Problem = "The file cannot be read as certificates in PEM form." };
        }
        finally
        {
            foreach (var certificate in certificates)
            {
                certificate.Dispose();
            }
        }
    }

    private static MarkCertificateFact FactOf(string address, X509Certificate2Collection sent, DateTimeOffset now)
    {
        var own = sent[0];
        var extensions = own.Extensions;
        return new MarkCertificateFact
        {
            Address = address,
            Issuer = own.GetNameInfo(X509NameType.SimpleName, forIssuer: true),
            Begins = own.NotBefore.ToUniversalTime(),
            Ends = own.NotAfter.ToUniversalTime(),
            Names = [.. extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).Select(name => name.ToLowerInvariant()).Take(MostNames)],
            HasPurpose = extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(extension => extension.EnhancedKeyUsages.Cast<Oid>()).Any(purpose => purpose.Value == BrandIndicators),
            Pictures = [.. extensions.Where(extension => extension.Oid?.Value == Logotype.Extension).SelectMany(extension => Logotype.Read(extension.RawData)).SelectMany(picture => DigestsOf(picture)).Distinct()],
            ChainProblem = ChainProblem(own, sent, now),
        };
    }

    // The digest is of what stands in the certificate, which may be packed; the picture on the web is not (RFC 9399 §7).
    private static IEnumerable<string> DigestsOf(Logotype picture) =>
        picture.Hashes.Where(hash => hash.Algorithm == Logotype.Sha256).Select(hash => Convert.ToHexStringLower(hash.Value))
            .Concat(picture.Addresses.Select(InnerPicture.Of).OfType<byte[]>().Select(inner => Convert.ToHexStringLower(SHA256.HashData(inner))));

    private static string ChainProblem(X509Certificate2 own, X509Certificate2Collection sent, DateTimeOffset now)
    {
        if (sent.Count == 1)
        {
            return "The file holds no certificate of the issuer.";
        }
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        // Else a certificate could have its issuer fetched from an address inside.
        policy.DisableCertificateDownloads = true;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.ExtraStore.AddRange(sent);
        policy.CustomTrustStore.AddRange(sent.Where(certificate => certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData)).ToArray());
        policy.VerificationTime = now.UtcDateTime;
        chain.Build(own);
        var faults = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status)
            & ~(X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotTimeValid);
        var length = chain.ChainElements.Count;
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }
        return length < 2 ? "The file holds no certificate of the issuer."
            : faults != X509ChainStatusFlags.NoError ? $"The certificates of the file do not vouch for each other: {faults}." : "";
    }
}
