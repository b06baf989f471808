using System.Security.Cryptography;
using System.Text;
using BounceBoard.Mail.Sending.Retries;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Security;
using Xunit;

namespace BounceBoard.Mail.Tests.Sending;

public sealed class RetryMailTests
{
    private const string Original = "Return-Path: <old@sender.example>\r\nReceived: from a by b;\r\n\tMon, 1 Jun 2026 00:00:00 +0000\r\n"
        + "DKIM-Signature: v=1; d=sender.example;\r\n b=xyz\r\nFrom: News <news@sender.example>\r\nTo: user@example.net\r\nSubject:  odd   spaces \r\n"
        + "Message-ID: <old@sender.example>\r\nBcc: secret@example.net\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBody  \r\n.dot\r\n--odd--\r\n";

    private static readonly TestMail Test = new(
        "news@sender.example", "user@example.net", "new@sender.example", "old@sender.example", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Original_Rewritten_NewIdOldLinkedBodyUntouched()
    {
        var mail = Encoding.ASCII.GetString(RetryMail.Original(Encoding.ASCII.GetBytes(Original), "new@sender.example", null).Span);

        Assert.Equal(
            "Message-ID: <new@sender.example>\r\nFrom: News <news@sender.example>\r\nTo: user@example.net\r\nSubject:  odd   spaces \r\n"
            + "X-BounceBoard-Original-Message-ID: <old@sender.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nBody  \r\n.dot\r\n--odd--\r\n",
            mail);
    }

    [Fact]
    public void Test_Written_SaysWhatItIs()
    {
        using var message = MimeMessage.Load(new MemoryStream(RetryMail.Test(Test, null).ToArray()));

        Assert.Equal(("Delivery test", "new@sender.example", "auto-generated"), (message.Subject, message.MessageId, message.Headers[HeaderId.AutoSubmitted]));
        Assert.Contains("automatic delivery test", message.TextBody, StringComparison.Ordinal);
        Assert.Contains("sender.example", message.TextBody, StringComparison.Ordinal);
        Assert.Equal("<old@sender.example>", message.Headers[RetryMail.OriginalIdField]);
    }

    [Theory]
    [InlineData("RSA")]
    [InlineData("Ed25519")]
    public void Original_Signed_VerifiesAndAChangeDoesNot(string kind)
    {
        var (pem, verifier) = Keys(kind);
        Assert.True(DkimKey.TryRead(pem, "sender.example", "s1", out var key, out var fault), fault);

        var mails = new[]
        {
            RetryMail.Original(Encoding.ASCII.GetBytes(Original), "new@sender.example", key).ToArray(),
            RetryMail.Original(Encoding.UTF8.GetBytes(Original.Replace("Body", "Gr\u00fc\u00dfe", StringComparison.Ordinal)), "new@sender.example", key).ToArray(),
            RetryMail.Test(Test, key).ToArray(),
        };

        foreach (var mail in mails)
        {
            Assert.True(Verifies(mail, verifier));
            Assert.False(Verifies(Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(mail).Replace("example.net", "example.org", StringComparison.Ordinal)), verifier));
            mail[^5] ^= 1;
            Assert.False(Verifies(mail, verifier));
        }
    }

    [Theory]
    [InlineData("", "no PEM block")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "private key is needed")]
    [InlineData("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", "pass phrase")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "neither an RSA nor an Ed25519")]
    public void TryRead_BadKey_SaysWhatIsWrong(string pem, string words)
    {
        Assert.False(DkimKey.TryRead(pem, "sender.example", "s1", out _, out var fault));
        Assert.Contains(words, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_ShortRsaKey_Refused()
    {
        using var rsa = RSA.Create(512);

        Assert.False(DkimKey.TryRead(rsa.ExportPkcs8PrivateKeyPem(), "sender.example", "s1", out _, out var fault));
        Assert.Contains("512 bits", fault, StringComparison.Ordinal);
    }

    private static bool Verifies(byte[] mail, DkimVerifier verifier)
    {
        using var message = MimeMessage.Load(new MemoryStream(mail));
        return verifier.Verify(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)], TestContext.Current.CancellationToken);
    }

    private static (string Pem, DkimVerifier Verifier) Keys(string kind)
    {
        AsymmetricCipherKeyPair pair;
        string pem;
        if (kind == "RSA")
        {
            using var rsa = RSA.Create(2048);
            (pem, pair) = (rsa.ExportPkcs8PrivateKeyPem(), DotNetUtilities.GetRsaKeyPair(rsa));
        }
        else
        {
            var generator = new Ed25519KeyPairGenerator();
            generator.Init(new Org.BouncyCastle.Crypto.Parameters.Ed25519KeyGenerationParameters(new SecureRandom()));
            pair = generator.GenerateKeyPair();
            // As openssl writes it (RFC 8410 §7).
            pem = PemEncoding.WriteString("PRIVATE KEY", [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
                .. ((Org.BouncyCastle.Crypto.Parameters.Ed25519PrivateKeyParameters)pair.Private).GetEncoded()]);
        }
        return (pem, new DkimVerifier(new KeysInMemory(pair.Public)));
    }
}
