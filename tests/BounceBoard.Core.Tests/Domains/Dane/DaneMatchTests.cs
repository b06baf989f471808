using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Domains.Dane;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dane;

/// <summary>RFC 7672 §3.1: which TLSA records a sender of mail uses, and what they must fit.</summary>
public sealed class DaneMatchTests
{
    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly X509Certificate2 Root = MakeRoot("CN=Root");
    private static readonly X509Certificate2 Stranger = MakeRoot("CN=Stranger");
    private static readonly X509Certificate2 Own = MakeOwn();
    private static readonly byte[][] Chain = [Own.RawData, Root.RawData];

    public static TheoryData<string> Fitting =>
    [
        $"3 1 1 {Sha256(Key(Own))}", $"3 0 1 {Sha256(Own.RawData)}", $"3 1 2 {Sha512(Key(Own))}", $"3 0 2 {Sha512(Own.RawData)}",
        $"3 1 0 {Convert.ToHexString(Key(Own))}", $"3 0 0 {Convert.ToHexString(Own.RawData)}", $"2 1 1 {Sha256(Key(Root))}", $"2 0 1 {Sha256(Root.RawData)}",
        $"3 1 1 {Sha256(Key(Own)).ToLowerInvariant()}", $"3 1 1 {Sha256(Key(Own))[..32]} {Sha256(Key(Own))[32..]}",
    ];

    [Theory]
    [MemberData(nameof(Fitting))]
    public void Of_RecordOfTheHostOrItsAuthority_Matches(string record)
    {
        var match = DaneMatch.Of([record], Chain);

        Assert.Equal(DaneState.Match, match.State);
        Assert.Equal(match.Usable[0], match.Matched);
    }

    public static TheoryData<string> Foreign =>
        [$"3 1 1 {Sha256(Key(Root))}", $"3 0 1 {Sha256(Key(Own))}", $"2 1 1 {Sha256(Key(Own))}", $"2 1 1 {Sha256(Key(Stranger))}", $"3 1 1 {new string('0', 64)}"];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void Of_RecordOfSomethingElse_DoesNotMatch(string record) => Assert.Equal(DaneState.Mismatch, DaneMatch.Of([record], Chain).State);

    [Fact]
    public void Of_AuthorityThatDidNotIssueIt_DoesNotMatchThoughItIsSent() =>
        Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"2 0 1 {Sha256(Stranger.RawData)}"], [Own.RawData, Stranger.RawData]).State);

    [Fact]
    public void Of_AuthorityThatIsNotSent_DoesNotMatch() =>
        Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"2 0 1 {Sha256(Root.RawData)}"], [Own.RawData]).State);

    [Theory]
    [InlineData("0 0 1 00", "Usage 0")]
    [InlineData("1 1 1 00", "Usage 1")]
    [InlineData("4 1 1 00", "Usage 4")]
    [InlineData("3 2 1 00", "Selector 2")]
    [InlineData("3 1 3 00", "Matching type 3")]
    [InlineData("3 1 1 00", "SHA-256 has 32 octets, this has 1")]
    [InlineData("3 1 2 00", "SHA-512 has 64 octets, this has 1")]
    [InlineData("3 1 0 0", "no whole number")]
    [InlineData("3 1 0 xy", "no whole number")]
    [InlineData("3 1 0", "three numbers")]
    [InlineData("300 1 1 00", "three numbers")]
    [InlineData("", "three numbers")]
    public void Of_RecordThatCannotBeUsed_SaysWhy(string record, string problem)
    {
        var match = DaneMatch.Of([record], Chain);

        Assert.Equal(DaneState.Unusable, match.State);
        Assert.Contains(problem, Assert.Single(match.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneOfSeveral_IsEnough()
    {
        var match = DaneMatch.Of(["0 0 1 00", $"3 1 1 {new string('0', 64)}", $"3 1 1 {Sha256(Key(Own))}"], Chain);

        Assert.Equal((DaneState.Match, 2, 1), (match.State, match.Usable.Count, match.Problems.Count));
    }

    [Fact]
    public void Of_TwoDigestsOfOneThing_OnlyTheStrongerCounts() =>
        Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"3 1 1 {Sha256(Key(Own))}", $"3 1 2 {new string('0', 128)}"], Chain).State);

    [Fact]
    public void Of_NoRecord_PromisesNothing() => Assert.Equal(DaneState.NoRecord, DaneMatch.Of([], Chain).State);

    [Theory]
    [InlineData("")]
    [InlineData("3003020101")]
    [InlineData("3082FFFF")]
    public void Of_BytesThatAreNoCertificate_DoNotMatch(string der) =>
        Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"3 0 0 {(der.Length > 0 ? der : "00")}"], [Convert.FromHexString(der)]).State);

    [Fact]
    public void Of_CutCertificate_NeverThrows()
    {
        for (var length = 0; length < Own.RawData.Length; length++)
        {
            Assert.Equal(DaneState.Mismatch, DaneMatch.Of([$"3 1 1 {Sha256(Key(Own))}"], [Own.RawData[..length]]).State);
        }
    }

    private static byte[] Key(X509Certificate2 certificate) => certificate.PublicKey.ExportSubjectPublicKeyInfo();

    private static string Sha256(byte[] data) => Convert.ToHexString(SHA256.HashData(data));

    private static string Sha512(byte[] data) => Convert.ToHexString(SHA512.HashData(data));

    private static X509Certificate2 MakeRoot(string name)
    {
        var request = new CertificateRequest(name, ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(Begin, Begin.AddYears(100));
    }

    private static X509Certificate2 MakeOwn()
    {
        using var key = RSA.Create(2048);
        using var signer = Root.GetECDsaPrivateKey() ?? throw new InvalidOperationException("The root has no key.");
        return new CertificateRequest("CN=mx.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .Create(Root.SubjectName, X509SignatureGenerator.CreateForECDsa(signer), Begin, Begin.AddYears(90), [1, 2, 3]);
    }
}
