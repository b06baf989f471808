using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>
/// Judges chains of certificates by the machine's list of authorities and by those of the installation's own. Whether a certificate was
/// revoked is not asked: senders of mail do not ask either (RFC 7817 and RFC 8461 leave it to them).
/// </summary>
public sealed class CertificateTrust
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _own;

    private CertificateTrust(X509Certificate2Collection own) => _own = own;

    /// <summary>Only the machine's authorities.</summary>
    public static CertificateTrust OfTheMachine { get; } = new([]);

    /// <summary>The machine's authorities and those of a PEM file; an empty name: none.</summary>
    /// <exception cref="FormatException">The file cannot be read, or holds no certificate.</exception>
    public static CertificateTrust With(string file)
    {
        if (file.Length == 0)
        {
            return OfTheMachine;
        }
        try
        {
            var own = new X509Certificate2Collection();
            own.ImportFromPemFile(file);
            return own.Count > 0 ? new CertificateTrust(own) : throw new FormatException($"'{file}' holds no certificate in PEM form.");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"'{file}' cannot be read as certificates: {fault.Message}", fault);
        }
    }

    /// <summary>How a handshake builds its chain: without asking anybody, since a certificate could name an address inside as its issuer's (RFC 5280 §4.2.2.1).</summary>
    public static X509ChainPolicy Offline()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        return policy;
    }

    /// <param name="sent">What the server sent along; it may fill gaps of the chain, and vouches for nothing.</param>
    /// <returns>Why the chain is not trusted, as a sentence; null when it is.</returns>
    public string? Problem(X509Certificate2 certificate, X509Certificate2Collection sent, DateTimeOffset now)
    {
        var problem = Problem(certificate, sent, now, own: null);
        return problem is not null && _own.Count > 0 ? Problem(certificate, sent, now, _own) : problem;
    }

    private static string? Problem(X509Certificate2 certificate, X509Certificate2Collection sent, DateTimeOffset now, X509Certificate2Collection? own)
    {
        using var chain = new X509Chain { ChainPolicy = Offline() };
        chain.ChainPolicy.ExtraStore.AddRange(sent);
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        if (own is not null)
        {
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.AddRange(own);
        }
        var isTrusted = chain.Build(certificate);
        var said = isTrusted ? null : Sentence(chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status), certificate, now);
        foreach (var element in chain.ChainElements)
        {
            element.Certificate.Dispose();
        }
        return said;
    }

    private static string Sentence(X509ChainStatusFlags status, X509Certificate2 certificate, DateTimeOffset now) =>
        now > certificate.NotAfter.ToUniversalTime() ? $"The certificate ended on {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}."
        : now < certificate.NotBefore.ToUniversalTime() ? $"The certificate begins on {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd}."
        : status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? "A certificate of the chain is out of date."
        : status.HasFlag(X509ChainStatusFlags.PartialChain) ? "The chain is incomplete, or its authority is not among those trusted."
        : status.HasFlag(X509ChainStatusFlags.UntrustedRoot) ? "The chain leads to an authority that is not trusted."
        : $"The chain is not valid: {status}.";
}
