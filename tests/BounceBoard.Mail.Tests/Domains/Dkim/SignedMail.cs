using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Mail.Domains.Dkim;
using BounceBoard.Mail.Tests.Sending;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace BounceBoard.Mail.Tests.Domains.Dkim;

/// <summary>A mail that another program (MimeKit) signed, with the key to it; tests alter one of both.</summary>
internal sealed class SignedMail
{
    public const string KeyName = "s1._domainkey.example.org";

    public static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly AsymmetricCipherKeyPair Curve = NewCurve();

    private static readonly string[] Signed = ["From", "To", "Subject", "Date", "Message-ID", "Subject"];
    private readonly AsymmetricCipherKeyPair _pair;

    public SignedMail(string algorithm = "rsa-sha256", string canonical = "relaxed/relaxed", string body = "Hello,\r\n\r\nthis is  a text. \t\r\n\r\n\r\n", string? identity = null)
    {
        var isRsa = algorithm == "rsa-sha256";
        _pair = isRsa ? DotNetUtilities.GetRsaKeyPair(Rsa) : Curve;
        var signer = new DkimSigner(_pair.Private, "example.org", "s1", isRsa ? DkimSignatureAlgorithm.RsaSha256 : DkimSignatureAlgorithm.Ed25519Sha256)
        {
            HeaderCanonicalizationAlgorithm = Of(canonical.Split('/')[0]),
            BodyCanonicalizationAlgorithm = Of(canonical.Split('/')[1]),
            AgentOrUserIdentifier = identity,
        };
        var plain = "From: Sender <sender@example.org>\r\nTo: reader@example.net\r\nSubject: A  folded\r\n\tsubject \r\nDate: Mon, 02 Mar 2026 10:00:00 +0000\r\n"
            + "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n" + body;
        using var message = MimeMessage.Load(new MemoryStream(Encoding.ASCII.GetBytes(plain)));
        var options = FormatOptions.Default.Clone();
        options.NewLineFormat = NewLineFormat.Dos;
        signer.Sign(options, message, Signed);
        var field = message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)];
        Text = $"DKIM-Signature:{Encoding.ASCII.GetString(field.RawValue)}{plain}".ReplaceLineEndings("\r\n");
        Key = isRsa
            ? $"v=DKIM1; k=rsa; p={Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())}"
            : $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(((Ed25519PublicKeyParameters)_pair.Public).GetEncoded())}";
    }

    public string Text { get; }

    public string Key { get; }

    public DkimSignatureResult Verify(string? text = null, string? key = null, DateTimeOffset? now = null) =>
        Assert(DkimMessageVerifier.Verify(Encoding.Latin1.GetBytes(text ?? Text), new KeyZone(KeyName, key ?? Key), now ?? Now));

    public DkimVerification VerifyOver(IDnsSnapshot dns) => DkimMessageVerifier.Verify(Encoding.Latin1.GetBytes(Text), dns, Now);

    /// <summary>What MimeKit itself says of it.</summary>
    public bool IsGoodForMimeKit(string text)
    {
        using var message = MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(text)));
        return new DkimVerifier(new KeysInMemory(_pair.Public)).Verify(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]);
    }

    private static DkimSignatureResult Assert(DkimVerification verification) => Xunit.Assert.Single(verification.Results);

    private static DkimCanonicalizationAlgorithm Of(string word) =>
        word == "relaxed" ? DkimCanonicalizationAlgorithm.Relaxed : DkimCanonicalizationAlgorithm.Simple;

    private static AsymmetricCipherKeyPair NewCurve()
    {
        var generator = new Ed25519KeyPairGenerator();
        generator.Init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return generator.GenerateKeyPair();
    }
}
