using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BounceBoard.TestKit.Certificates;

/// <summary>An authority that only those believe who hold its root; its root and what it issues can be written to files.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-authority-");

    public TestAuthority(string name = "Laboratory")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(Begin, Begin.AddYears(100));
        RootFile = Path.Combine(_folder.FullName, "root.pem");
        File.WriteAllText(RootFile, Root.ExportCertificatePem());
    }

    public X509Certificate2 Root { get; }

    /// <summary>PEM.</summary>
    public string RootFile { get; }

    /// <summary>A server's certificate with its key.</summary>
    /// <param name="ends">Null: long after every test.</param>
    public X509Certificate2 Issue(DateTimeOffset? ends, params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            alternatives.AddDnsName(name);
        }
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var issued = request.Create(Root, Begin, ends ?? Begin.AddYears(90), RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        // A key that lives only in memory is not usable for TLS on every system; the archive form is.
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pfx), null, X509KeyStorageFlags.Exportable);
    }

    /// <summary>The same as a PEM file: key, certificate, root.</summary>
    public string IssueFile(DateTimeOffset? ends, params string[] names)
    {
        using var certificate = Issue(ends, names);
        using var key = certificate.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The certificate has no key.");
        var file = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(file, $"{key.ExportPkcs8PrivateKeyPem()}\n{certificate.ExportCertificatePem()}\n{Root.ExportCertificatePem()}\n");
        return file;
    }

    public void Dispose()
    {
        Root.Dispose();
        _folder.Delete(recursive: true);
    }
}
