using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Domains.Caa;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tests.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Caa;

/// <summary>CAA against the authority in use (RFC 8659 §3, §4).</summary>
public sealed class CaaTests
{
    [Theory]
    [InlineData("Let's Encrypt", "0 issue \"letsencrypt.org\"", CheckState.Pass)]
    [InlineData("Let's Encrypt", "0 issue \"LetsEncrypt.org; accounturi=https://ca.example/1\"", CheckState.Pass)]
    [InlineData("Let's Encrypt", "0 issue \"digicert.com\"", CheckState.Warn)]
    [InlineData("Let's Encrypt", "0 issue \";\"", CheckState.Warn)]
    [InlineData("Let's Encrypt", "0 iodef \"mailto:a@example.net\"", CheckState.Pass)]
    [InlineData("Let's Encrypt", "0 issuewild \"digicert.com\"", CheckState.Pass)]
    [InlineData("DigiCert Inc", "0 issue \"symantec.com\"", CheckState.Pass)]
    [InlineData("Laboratory", "0 issue \"digicert.com\"", CheckState.Unknown)]
    [InlineData("", "0 issue \"digicert.com\"", CheckState.Unknown)]
    [InlineData("Laboratory", "0 iodef \"mailto:a@example.net\"", CheckState.Pass)]
    public void Judge_IssuerOfTheMailHost_AgainstTheNearestRecord(string organization, string record, CheckState state)
    {
        var check = Using(organization, ["mx.example.net"], $"example.net CAA {record}").Check("caa-issuer");
        Assert.Equal((state, "mx.example.net", 0), (check.State, check.Subject, check.LostPoints));
    }

    [Fact]
    public void Judge_RecordOfTheHost_GoesBeforeTheDomains()
    {
        var check = Using("Sectigo Limited", ["mx.example.net"], "example.net CAA 0 issue \"sectigo.com\"", "mx.example.net CAA 0 issue \"pki.goog\"").Check("caa-issuer");
        Assert.Equal((CheckState.Warn, "mx.example.net", "0 issue \"sectigo.com\""), (check.State, check.Advice?.Records[0].Name, check.Advice?.Records[0].Value));
    }

    [Fact]
    public void Judge_WildcardCertificate_GoesByIssuewild() => Assert.Equal(
        CheckState.Warn, Using("Amazon", ["*.example.net"], "example.net CAA 0 issue \"amazon.com\"", "example.net CAA 0 issuewild \";\"").Check("caa-issuer").State);

    [Fact]
    public void Judge_NoRecord_DoesNotApply_NoAnswer_IsUnknown()
    {
        Assert.Equal((CheckState.NotApplicable, ""), Using("Amazon", ["mx.example.net"]).Check("caa-issuer") is var none ? (none.State, none.Subject) : default);
        Assert.Equal(CheckState.Unknown, (Using("Amazon", ["mx.example.net"]) with { Dns = Fact.With([.. Fact.GoodLines, "mx.example.net FAIL"]).Dns }).Check("caa-issuer").State);
    }

    [Fact]
    public void Judge_PolicyHost_IsJudgedToo()
    {
        var facts = Fact.With([.. Fact.GoodLines, "example.net CAA 0 issue \"pki.goog\""]);
        var check = (facts with { MtaStsPolicy = facts.MtaStsPolicy! with { Issuer = "Let's Encrypt" } }).Check("caa-issuer");
        Assert.Equal((CheckState.Warn, "mta-sts.example.net"), (check.State, check.Subject));
    }

    [Fact]
    public void OrganizationOf_AnyBytes_IsThereOrEmpty()
    {
        Assert.Equal("Amazon", CertificateIssuer.OrganizationOf(Der("Amazon")));
        Assert.Equal("", CertificateIssuer.OrganizationOf(Der("")));
        Assert.Equal("", CertificateIssuer.OrganizationOf([1, 2, 3]));
        Assert.Equal("", CertificateIssuer.OrganizationOf([]));
    }

    private static DomainFacts Using(string organization, string[] names, params string[] lines)
    {
        var host = Fact.Host(MailHostState.Encrypted) with { Certificates = [Der(organization)], CertificateNames = names };
        return Fact.With([.. Fact.GoodLines, .. lines]) with { MailHosts = [host] };
    }

    private static byte[] Der(string organization)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"C=XX, {(organization.Length > 0 ? $"O=\"{organization}\", " : "")}CN=R1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.RawData;
    }
}
