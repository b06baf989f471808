using System.Net;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Bimi;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Outside;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Dns;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>The picture and the certificate of BIMI, with a real web server and an authority of the test.</summary>
public sealed class BimiFetchingTests : IDisposable
{
    private const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.2\" baseProfile=\"tiny-ps\" viewBox=\"0 0 1 1\"><title>Example</title></svg>";
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private readonly TestDnsServer _dns = TestDnsServer.Start("brand.sender.test. 300 IN A 127.0.0.1", "inside.sender.test. 300 IN A 192.168.0.1");
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Fetch_PictureAndCertificate_BringsBothAndTheirLikeness()
    {
        await using var server = await ServeAsync();

        var fact = await FetchAsync(server.Port, "v=BIMI1; l=https://brand.sender.test/logo.svg; a=https://brand.sender.test/mark.pem");

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Svg)));
        Assert.Equal(new PictureFact("https://brand.sender.test/logo.svg", "image/svg+xml", Svg.Length, Svg, digest, "", false), fact?.Picture);
        Assert.Equal(("Marks of the Laboratory", true, "", ""), (fact?.Certificate?.Issuer, fact?.Certificate?.HasPurpose, fact?.Certificate?.ChainProblem, fact?.Certificate?.Problem));
        Assert.Equal(["sender.test"], fact?.Certificate?.Names);
        // The digest of what is packed, and that of the picture itself.
        Assert.Equal(2, fact?.Certificate?.Pictures.Count);
        Assert.Contains(digest, fact?.Certificate?.Pictures ?? []);
    }

    [Theory]
    [InlineData("https://brand.sender.test/gone", "answers 404", false)]
    [InlineData("https://brand.sender.test/moved", "", false)]
    [InlineData("https://brand.sender.test/empty", "with nothing", false)]
    [InlineData("https://brand.sender.test/huge", "larger than 1024 kB", false)]
    [InlineData("https://brand.sender.test:25/logo.svg", "only https", false)]
    [InlineData("https://127.0.0.1/logo.svg", "only https", false)]
    [InlineData("https://none.sender.test/logo.svg", "has no address", false)]
    [InlineData("https://inside.sender.test/logo.svg", "192.168.0.1 is no public address", true)]
    [InlineData("https://brand.sender.test/inward", "192.168.0.1 is no public address", true)]
    public async Task Fetch_PictureElsewhere_SaysWhy(string address, string problem, bool isUnknown)
    {
        await using var server = await ServeAsync();

        var fact = await FetchAsync(server.Port, $"v=BIMI1; l={address}");

        Assert.Equal((isUnknown, problem.Length == 0), (fact?.Picture?.IsUnknown, fact?.Picture?.Problem.Length == 0));
        Assert.Contains(problem, fact?.Picture?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_LargePicture_IsMeasuredAndNotKept()
    {
        await using var server = await ServeAsync();
        var picture = (await FetchAsync(server.Port, "v=BIMI1; l=https://brand.sender.test/large"))?.Picture;
        Assert.Equal((100_000, "", ""), (picture?.Size, picture?.Svg, picture?.Problem));
    }

    [Theory]
    [InlineData("v=BIMI1; l=; a=")]
    [InlineData("v=BIMI1; l=http://brand.sender.test/logo.svg")]
    [InlineData("v=spf1 -all")]
    public async Task Fetch_NothingNamed_FetchesNothing(string record)
    {
        await using var server = await ServeAsync();
        Assert.Null(await FetchAsync(server.Port, record));
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public void Read_CertificatesWithFaults_SaysWhich()
    {
        Assert.Contains("no certificate of the issuer", Read(MarkPem.Of("sender.test", Svg, hasIssuer: false)).ChainProblem, StringComparison.Ordinal);
        Assert.NotEqual("", Read(MarkPem.Of("sender.test", Svg, isChained: false)).ChainProblem);
        Assert.Empty(Read(MarkPem.Of("sender.test", null)).Pictures);
        Assert.False(Read(MarkPem.Of("sender.test", Svg, hasPurpose: false)).HasPurpose);
        Assert.Contains("0 certificates", Read("").Problem, StringComparison.Ordinal);
        Assert.Contains("cannot be read", Read("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:image/svg+xml;base64,PHN2Zy8+", "<svg/>")]
    [InlineData("data:image/svg+xml;base64,H4sI", null)]
    [InlineData("data:image/svg+xml;base64,?", null)]
    [InlineData("https://example.net/logo.svg", null)]
    [InlineData("data:,x", null)]
    public void Of_DataAddress_GivesWhatIsInIt(string address, string? text) =>
        Assert.Equal(text, InnerPicture.Of(address) is { } inner ? Encoding.UTF8.GetString(inner) : null);

    public void Dispose()
    {
        _dns.Dispose();
        _authority.Dispose();
    }

    private static MarkCertificateFact Read(string pem) => MarkCertificate.Read("https://brand.sender.test/mark.pem", pem, Now);

    private static async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "image/svg+xml; charset=utf-8";
        switch (context.Request.Path.Value)
        {
            case "/logo.svg": await context.Response.WriteAsync(Svg); break;
            case "/mark.pem": await context.Response.WriteAsync(MarkPem.Of("sender.test", Svg)); break;
            case "/moved": context.Response.Redirect("https://brand.sender.test/logo.svg"); break;
            case "/inward": context.Response.Redirect("https://inside.sender.test/logo.svg"); break;
            case "/large": await context.Response.WriteAsync(new string(' ', 100_000)); break;
            case "/huge": await context.Response.WriteAsync(new string(' ', 1_100_000)); break;
            case "/empty": break;
            default: context.Response.StatusCode = 404; break;
        }
    }

    private Task<PolicyServer> ServeAsync() => PolicyServer.StartAsync(_authority.Issue(null, "brand.sender.test"), AnswerAsync);

    private async Task<BimiFact?> FetchAsync(int port, string record)
    {
        using var resolvers = ResolverSet.From(_dns.OptionsFor());
        var get = new CheckedGet(CertificateTrust.With(_authority.RootFile), GuardedFetch.Patience, TimeProvider.System);
        var fetch = new GuardedFetch(resolvers, new ProbeReach([IPNetwork.Parse("127.0.0.0/8")]), get, port);
        var facts = new DomainFacts
        {
            Domain = DomainName.Parse("sender.test"),
            At = Now,
            Resolver = "test",
            Dns = DnsSnapshot.Of([new RecordAnswer("default._bimi.sender.test", RecordType.Txt, DnsState.Found, "NOERROR", [record], 300)]),
        };
        return await new BimiFetching(fetch, TimeProvider.System).FetchAsync(facts, TestContext.Current.CancellationToken);
    }
}
