using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Webhooks;

/// <summary>The certificates that SNS signs with, fetched once each from Amazon.</summary>
internal sealed class SnsCertificates(IOutside outside) : IDisposable
{
    // Amazon has one per region and changes it seldom.
    private const int Most = 64;
    private readonly ConcurrentDictionary<Uri, X509Certificate2> _known = new();

    /// <exception cref="OutsideException">It cannot be fetched, or what came is no certificate.</exception>
    public async Task<X509Certificate2> FindAsync(Uri address, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(address, out var known))
        {
            return known;
        }
        var bytes = await outside.GetAsync(address, cancellationToken);
        try
        {
            var fetched = X509CertificateLoader.LoadCertificate(bytes);
            return _known.Count < Most ? _known.GetOrAdd(address, fetched) : fetched;
        }
        catch (CryptographicException fault)
        {
            throw new OutsideException($"{address.Host} gave no certificate for the signature.", fault);
        }
    }

    public void Dispose()
    {
        foreach (var certificate in _known.Values)
        {
            certificate.Dispose();
        }
    }
}
