using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dane;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.MailHosts;

/// <summary>A real Postfix with a certificate of a laboratory's authority.</summary>
public sealed class PostfixProbeTests
{
    [Fact]
    public async Task Probe_RealServer_GivesVersionChainNamesAndEnd()
    {
        SkipWithoutPostfix();
        using var authority = new TestAuthority();
        await using var postfix = await StartAsync(authority.IssueFile(null, "mx.receiver.example", "*.receiver.example"));

        var fact = await ProbeAsync(postfix, CertificateTrust.With(authority.RootFile), "mx.receiver.example");

        Assert.Equal((MailHostState.Encrypted, "TLSv1.3", ""), (fact.State, fact.TlsVersion, fact.Problem));
        Assert.Equal((true, true, 2110), (fact.IsChainTrusted, fact.IsNameValid, fact.CertificateEnds?.Year));
        Assert.Equal(["mx.receiver.example", "*.receiver.example"], fact.CertificateNames);
        Assert.Contains("STARTTLS", fact.Capabilities);
        Assert.Equal(2, fact.Certificates.Count);
        Assert.Equal(authority.Root.RawData, fact.Certificates[1]);
        Assert.DoesNotContain("lost connection after STARTTLS", postfix.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_RealServer_ItsChainFitsTheTlsaRecordsOfItsAuthorityAndKey()
    {
        SkipWithoutPostfix();
        using var authority = new TestAuthority();
        await using var postfix = await StartAsync(authority.IssueFile(null, "mx.receiver.example"));

        var fact = await ProbeAsync(postfix, CertificateTrust.OfTheMachine, "mx.receiver.example");

        var key = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(authority.Root.PublicKey.ExportSubjectPublicKeyInfo()));
        Assert.Equal(DaneState.Match, DaneMatch.Of([$"2 1 1 {key}"], fact.Certificates).State);
        Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"3 1 1 {key}"], fact.Certificates).State);
    }

    [Fact]
    public async Task Probe_RealServerOfAnotherAuthorityOrName_IsEncryptedAllTheSame()
    {
        SkipWithoutPostfix();
        using var authority = new TestAuthority();
        using var other = new TestAuthority("Elsewhere");
        await using var postfix = await StartAsync(authority.IssueFile(null, "mx.receiver.example"));

        var untrusted = await ProbeAsync(postfix, CertificateTrust.With(other.RootFile), "mx.receiver.example");
        var misnamed = await ProbeAsync(postfix, CertificateTrust.With(authority.RootFile), "mail.receiver.example");

        Assert.Equal((MailHostState.Encrypted, false, true), (untrusted.State, untrusted.IsChainTrusted, untrusted.IsNameValid));
        Assert.Equal((MailHostState.Encrypted, true, false), (misnamed.State, misnamed.IsChainTrusted, misnamed.IsNameValid));
    }

    [Fact]
    public async Task Probe_RealServerWithACertificateThatEnded_SaysWhen()
    {
        SkipWithoutPostfix();
        using var authority = new TestAuthority();
        await using var postfix = await StartAsync(authority.IssueFile(new DateTimeOffset(2024, 2, 3, 0, 0, 0, TimeSpan.Zero), "mx.receiver.example"));

        var fact = await ProbeAsync(postfix, CertificateTrust.With(authority.RootFile), "mx.receiver.example");

        Assert.Equal((MailHostState.Encrypted, false), (fact.State, fact.IsChainTrusted));
        Assert.Equal("The certificate ended on 2024-02-03.", fact.Problem);
    }

    [Fact]
    public void Trust_FileThatIsNoCertificate_SaysSo()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "nothing");

        Assert.Contains("no certificate", Assert.Throws<FormatException>(() => CertificateTrust.With(file)).Message, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Assert.Throws<FormatException>(() => CertificateTrust.With(file + ".pem")).Message, StringComparison.Ordinal);
        File.Delete(file);
    }

    private static Task<PostfixServer> StartAsync(string certificate) =>
        PostfixServer.StartAsync(new PostfixSetup { Domain = "receiver.example", CertificateFile = certificate }, TestContext.Current.CancellationToken);

    private static Task<MailHostFact> ProbeAsync(PostfixServer postfix, CertificateTrust trust, string host) =>
        new MailHostProbe(new MailProbeSettings { Port = postfix.Port, HeloName = "probe.example", Trust = trust }, TimeProvider.System)
            .ProbeAsync(DomainName.Parse(host), IPAddress.Loopback, TestContext.Current.CancellationToken);

    private static void SkipWithoutPostfix()
    {
        if (PostfixServer.Missing is { } why)
        {
            Assert.Skip(why);
        }
    }
}
