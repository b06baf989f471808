using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tests.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Bimi;

/// <summary>What is made of the picture and the certificate that the record names; none of it costs points.</summary>
public sealed class BimiCheckTests
{
    private const string Logo = "https://example.net/logo.svg";
    private const string Mark = "https://example.net/mark.pem";
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny-ps\" viewBox=\"0 0 1 1\"><title>Example</title></svg>";

    private static readonly PictureFact Picture = new(Logo, "image/svg+xml", 200, Svg, "aa", "", false);

    private static readonly MarkCertificateFact Certificate = new()
    {
        Address = Mark,
        Issuer = "Mark CA",
        Begins = Fact.Now.AddDays(-1),
        Ends = Fact.Now.AddDays(300),
        Names = ["example.net"],
        HasPurpose = true,
        Pictures = ["bb", "aa"],
    };

    [Fact]
    public void Judge_NoRecord_SaysNothing() => Assert.DoesNotContain(HealthRules.Judge(Fact.Good).Checks, check => check.Id is "bimi-picture" or "bimi-certificate");

    [Fact]
    public void Judge_GoodPictureAndCertificate_PassesAndSaysWhatWasNotJudged()
    {
        var facts = With(Picture, Certificate);
        Assert.Equal((CheckState.Pass, CheckState.Pass), (facts.Check("bimi-picture").State, facts.Check("bimi-certificate").State));
        Assert.Contains(facts.Check("bimi-certificate").Evidence, line => line.Contains("was not judged", StringComparison.Ordinal));
    }

    [Fact]
    public void Judge_NotFetched_IsUnknown()
    {
        Assert.Equal(CheckState.Unknown, With(null, null).Check("bimi-picture").State);
        Assert.Equal(CheckState.Unknown, With(Picture with { Address = "https://example.net/old.svg" }, null).Check("bimi-picture").State);
        Assert.Equal(CheckState.Unknown, With(Picture with { Problem = "Out of reach.", IsUnknown = true }, null).Check("bimi-picture").State);
        Assert.Equal(CheckState.Unknown, With(null, Certificate).Check("bimi-certificate").State);
        Assert.Equal(CheckState.Unknown, With(null, new MarkCertificateFact { Address = Mark, Problem = "Out of reach.", IsUnknown = true }).Check("bimi-certificate").State);
    }

    [Fact]
    public void Judge_PictureWithFaults_Warns()
    {
        (PictureFact Picture, string Problem)[] cases =
        [
            (Picture with { Problem = "example.net answers 404." }, "404"), (Picture with { MediaType = "text/xml" }, "image/svg+xml"),
            (Picture with { Size = 33 * 1024 }, "at most 32768"), (Picture with { Size = 900_000, Svg = "" }, "900000"), (Picture with { Svg = "<svg/>" }, "namespace"),
        ];
        Assert.All(cases, one =>
        {
            var check = With(one.Picture, Certificate).Check("bimi-picture");
            Assert.Equal((CheckState.Warn, 0), (check.State, check.LostPoints));
            Assert.Contains(check.Evidence, line => line.Contains(one.Problem, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Judge_CertificateWithFaults_Warns()
    {
        (MarkCertificateFact Certificate, string Problem)[] cases =
        [
            (Certificate with { Ends = Fact.Now.AddDays(-1) }, "out of date"), (Certificate with { Ends = Fact.Now.AddDays(20) }, "2026-12-17"),
            (Certificate with { Names = ["example.org"] }, "does not name"), (Certificate with { HasPurpose = false }, "not meant"),
            (Certificate with { Pictures = ["bb"] }, "not the one"), (Certificate with { Pictures = [] }, "holds no picture"),
            (Certificate with { ChainProblem = "They do not fit." }, "do not fit"), (new MarkCertificateFact { Address = Mark, Problem = "Cannot be read." }, "Cannot be read"),
        ];
        Assert.All(cases, one =>
        {
            var check = With(Picture, one.Certificate).Check("bimi-certificate");
            Assert.Equal((CheckState.Warn, 0), (check.State, check.LostPoints));
            Assert.Contains(check.Evidence, line => line.Contains(one.Problem, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Judge_CertificateForTheSelector_IsForTheDomain() =>
        Assert.Equal(CheckState.Pass, With(Picture, Certificate with { Names = ["default._bimi.example.net"] }).Check("bimi-certificate").State);

    private static DomainFacts With(PictureFact? picture, MarkCertificateFact? certificate) =>
        Fact.With([.. Fact.GoodLines, $"default._bimi.example.net TXT v=BIMI1; l={Logo}; a={Mark}"]) with { Bimi = new(picture, certificate) };
}
