using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>A TLS handshake that takes every certificate, to say afterwards what is wrong with it.</summary>
internal sealed class ProbeHandshake(DomainName host, CertificateTrust trust) : IDisposable
{
    private const int MostCertificates = 10;

    // SSL 3.0 to TLS 1.3. The old ones are offered to see who still needs them (RFC 8996); how far depends on the machine's TLS library.
    private const SslProtocols Every = (SslProtocols)(0x30 | 0xC0 | 0x300 | 0xC00 | 0x3000);

    private readonly X509Certificate2Collection _sent = [];

    /// <exception cref="AuthenticationException">The two sides did not come together.</exception>
    [SuppressMessage("Security", "CA5397", Justification = "Nothing of worth goes over this connection; that a server still speaks an old version is the finding.")]
    public async Task<SslStream> EncryptAsync(Stream inner, CancellationToken cancellationToken)
    {
        var tls = new SslStream(inner, leaveInnerStreamOpen: false);
        try
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = host.Value,
                EnabledSslProtocols = Every,
                CertificateChainPolicy = CertificateTrust.Offline(),
                RemoteCertificateValidationCallback = (_, certificate, chain, _) => Keep(certificate, chain),
            };
            await tls.AuthenticateAsClientAsync(options, cancellationToken);
            return tls;
        }
        catch
        {
            await tls.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds what the handshake showed.</summary>
    public MailHostFact Describe(MailHostFact fact, SslStream tls, DateTimeOffset now)
    {
        var encrypted = fact with { State = MailHostState.Encrypted, Problem = "", TlsVersion = NameOf(tls.SslProtocol), Cipher = tls.NegotiatedCipherSuite.ToString() };
        if (_sent is not [var own, ..])
        {
            return encrypted;
        }
        var problem = trust.Problem(own, _sent, now);
        return encrypted with
        {
            Problem = problem ?? "",
            Certificates = [.. _sent.Select(certificate => certificate.RawData)],
            CertificateNames = NamesOf(own),
            CertificateEnds = own.NotAfter.ToUniversalTime(),
            IsChainTrusted = problem is null,
            IsNameValid = IsFor(own),
        };
    }

    public void Dispose()
    {
        foreach (var certificate in _sent)
        {
            certificate.Dispose();
        }
    }

    private bool Keep(X509Certificate? certificate, X509Chain? chain)
    {
        List<byte[]> sent = certificate is null ? [] : [certificate.GetRawCertData()];
        foreach (var other in chain?.ChainPolicy.ExtraStore ?? [])
        {
            sent.Add(other.RawData);
        }
        foreach (var der in sent.DistinctBy(Convert.ToHexString).Take(MostCertificates))
        {
            _sent.Add(X509CertificateLoader.LoadCertificate(der));
        }
        return true;
    }

    private static List<string> NamesOf(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(names => names.EnumerateDnsNames())
            .Select(name => name.ToLowerInvariant()).Distinct().Take(100)];

    private bool IsFor(X509Certificate2 certificate)
    {
        try
        {
            return certificate.MatchesHostname(host.Value, allowWildcards: true, allowCommonName: false);
        }
        catch (ArgumentException)
        {
            // A name with an underscore is no host name, and no certificate is made for it.
            return false;
        }
    }

    private static string NameOf(SslProtocols protocol) => (int)protocol switch
    {
        0x30 => "SSLv3",
        0xC0 => "TLSv1",
        0x300 => "TLSv1.1",
        0xC00 => "TLSv1.2",
        0x3000 => "TLSv1.3",
        _ => protocol.ToString(),
    };
}
