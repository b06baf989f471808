using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BounceBoard.Operations.Keys;

/// <summary>A certificate with its private key, from a PKCS#12 file.</summary>
/// <param name="Problem">What is wrong with the setting, to be read after its key; null when it is empty or good.</param>
internal sealed record KeyCertificate(X509Certificate2? Certificate, string? Problem)
{
    public static KeyCertificate Read(string file, string password)
    {
        if (file.Length == 0)
        {
            return new(null, null);
        }
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            using var key = certificate.GetRSAPrivateKey();
            return key is null
                ? new(null, $"is '{file}', which holds no RSA private key. Export certificate and key together, as PKCS#12.")
                : new(certificate, null);
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return new(null, $"is '{file}', which cannot be read with the password beside it: {fault.Message}");
        }
    }
}
