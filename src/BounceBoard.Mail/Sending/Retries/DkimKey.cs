using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Addresses;
using MimeKit;
using MimeKit.Cryptography;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>A tenant's key for signing retries (RFC 6376; Ed25519: RFC 8463), relaxed/relaxed.</summary>
public sealed class DkimKey
{
    // What makes a PKCS#8 key an Ed25519 one (RFC 8410 §7).
    private static readonly byte[] Ed25519Start = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

    // What a reader sees or acts on (RFC 6376 §5.4.1), as far as the mail has it.
    private static readonly string[] Signable =
    [
        "From", "Sender", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Auto-Submitted", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post", "List-Help", "List-Post",
        RetryMail.OriginalIdField,
    ];

    private readonly DkimSigner _signer;

    private DkimKey(DkimSigner signer) => _signer = signer;

    public string Domain => _signer.Domain;

    public string Selector => _signer.Selector;

    /// <param name="pem">A private key, not encrypted: RSA of at least 1024 bits (RFC 8301 §3.2), or Ed25519.</param>
    /// <param name="fault">What is wrong with it, for the person who pasted it; never any of the key.</param>
    public static bool TryRead(string pem, string domain, string selector, [NotNullWhen(true)] out DkimKey? key, [NotNullWhen(false)] out string? fault)
    {
        key = null;
        var algorithm = DkimSignatureAlgorithm.RsaSha256;
        fault = !DomainName.TryParse(domain, out var signing) ? "The domain is not a domain name."
            : !DomainName.TryParse(selector, out _) ? "The selector is not one or more labels of a domain name."
            : FaultOf(pem, out algorithm);
        if (fault is not null || signing is null)
        {
            fault ??= "The domain is not a domain name.";
            return false;
        }
        using var text = new MemoryStream(Encoding.ASCII.GetBytes(pem));
        key = new DkimKey(new DkimSigner(text, signing.Value, DomainName.Parse(selector).Value, algorithm)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        });
        return true;
    }

    /// <summary>The mail with a signature in front; unchanged when it has no header or no From, since there is nothing to vouch for.</summary>
    internal byte[] Signed(byte[] mail)
    {
        if (!RetryContent.TryRead(mail, out var content) || !content.Header.Contains(HeaderId.From))
        {
            return mail;
        }
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        using var message = new MimeMessage(content.Header) { Body = new RawBody(content.Body, eightBit: false, handOver: null) };
        // MimeKit signs these fields where it keeps them itself: with the body.
        foreach (var field in content.Header.Where(field => field.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            message.Body.Headers.Add(field.Clone());
        }
        _signer.Sign(options, message, Signable.Where(name => content.Header.Contains(name)).ToArray());
        var signature = message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)];
        return [.. CrLf.Of([.. signature.RawField, (byte)':', .. signature.RawValue]), .. mail];
    }

    private static string? FaultOf(string pem, out DkimSignatureAlgorithm algorithm)
    {
        algorithm = DkimSignatureAlgorithm.RsaSha256;
        if (!PemEncoding.TryFind(pem, out var found))
        {
            return "There is no PEM block: it begins with -----BEGIN PRIVATE KEY-----.";
        }
        var label = pem[found.Label];
        if (label is "ENCRYPTED PRIVATE KEY" || pem.Contains("Proc-Type: 4,ENCRYPTED", StringComparison.Ordinal))
        {
            return "The key is encrypted; give it without a pass phrase.";
        }
        if (label is not ("PRIVATE KEY" or "RSA PRIVATE KEY"))
        {
            return $"A private key is needed, and this is a \"{label}\".";
        }
        if (label == "PRIVATE KEY" && Convert.FromBase64String(pem[found.Base64Data]) is { Length: 48 } der && der.AsSpan().StartsWith(Ed25519Start))
        {
            algorithm = DkimSignatureAlgorithm.Ed25519Sha256;
            return null;
        }
        return FaultOfRsa(pem);
    }

    private static string? FaultOfRsa(string pem)
    {
        try
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return rsa.KeySize < 1024 ? $"An RSA key of {rsa.KeySize} bits is too short; receivers ask for 1024 at least, 2048 is usual." : null;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            return "The key is neither an RSA nor an Ed25519 private key.";
        }
    }
}
