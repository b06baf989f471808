using System.Net;
using System.Text;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Outside;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>RFC 8461 §3.3 and security.md T2, with a real web server and a laboratory's authority.</summary>
public sealed class PolicyFetchingTests : IDisposable
{
    private const string Policy = "version: STSv1\r\nmode: enforce\r\nmx: mx.sender.test\r\nmax_age: 86400\r\n";

    private readonly TestDnsServer _dns = TestDnsServer.Start("mta-sts.sender.test. 300 IN A 127.0.0.1");
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Fetch_GoodServer_GivesThePolicy()
    {
        await using var server = await ServeAsync(Answer("text/plain; charset=utf-8", Policy));

        var fetch = await FetchAsync(server.Port);

        Assert.Equal(new PolicyFetch(200, "text/plain", Policy, "", IsUnknown: false) { Id = "1" }, fetch);
        Assert.Equal(["mta-sts.sender.test/.well-known/mta-sts.txt"], server.Paths);
        // Asked once for each family: a second answer could lead elsewhere.
        Assert.Equal(2, _dns.QueriesFor("mta-sts.sender.test"));
    }

    [Fact]
    public async Task Fetch_AnotherMediaType_IsSaidAndLeftToTheJudge()
    {
        await using var server = await ServeAsync(Answer("text/HTML", Policy));

        Assert.Equal(new PolicyFetch(200, "text/html", Policy, "", IsUnknown: false) { Id = "1" }, await FetchAsync(server.Port));
    }

    [Fact]
    public async Task Fetch_Redirect_IsNotFollowed()
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.Redirect("https://169.254.169.254/policy");
            return Task.CompletedTask;
        });

        var fetch = await FetchAsync(server.Port);

        Assert.Equal((302, "", false, 1), (fetch.Status, fetch.Body, fetch.IsUnknown, server.Connections));
        Assert.Contains("redirect", fetch.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Fetch_OtherStatus_GivesNoBody(int status)
    {
        await using var server = await ServeAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Policy);
        });

        var fetch = await FetchAsync(server.Port);

        Assert.Equal((status, "", false), (fetch.Status, fetch.Body, fetch.IsUnknown));
        Assert.Contains($"answers {status}", fetch.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64 * 1024, true)]
    [InlineData(64 * 1024 + 1, false)]
    [InlineData(int.MaxValue, false)]
    public async Task Fetch_LargeBody_EndsAt64Kilobytes(int size, bool isTaken)
    {
        await using var server = await ServeAsync(async context =>
        {
            var piece = new byte[16 * 1024];
            for (var left = size; left > 0 && !context.RequestAborted.IsCancellationRequested; left -= piece.Length)
            {
                await context.Response.Body.WriteAsync(piece.AsMemory(0, Math.Min(left, piece.Length)), context.RequestAborted);
            }
        });

        var fetch = await FetchAsync(server.Port);

        Assert.Equal((isTaken ? 64 * 1024 : 0, false), (fetch.Body.Length, fetch.IsUnknown));
        Assert.Equal(isTaken ? "" : "The answer is larger than 64 kB.", fetch.Problem);
    }

    [Fact]
    public async Task Fetch_SlowDrip_EndsInTime()
    {
        await using var server = await ServeAsync(async context =>
        {
            foreach (var letter in Policy)
            {
                await context.Response.WriteAsync($"{letter}", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(100, context.RequestAborted);
            }
        });

        var fetch = await FetchAsync(server.Port, patience: TimeSpan.FromSeconds(2));

        Assert.Equal(("", false), (fetch.Body, fetch.IsUnknown));
        Assert.Contains("within 2 seconds", fetch.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sender.test", null, "does not name it")]
    [InlineData("mta-sts.sender.test", "2024-02-03", "ended on 2024-02-03")]
    public async Task Fetch_WrongCertificate_SaysWhatIsWrong(string name, string? ends, string problem)
    {
        using var certificate = _authority.Issue(ends is null ? null : new DateTimeOffset(DateTime.Parse(ends, null), TimeSpan.Zero), name);
        await using var server = await PolicyServer.StartAsync(certificate, Answer("text/plain", Policy));

        var fetch = await FetchAsync(server.Port);

        Assert.Equal((null, "", false), (fetch.Status, fetch.Body, fetch.IsUnknown));
        Assert.Contains(problem, fetch.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Paths);
    }

    [Fact]
    public async Task Fetch_AuthorityNobodyTrusts_IsRefused()
    {
        await using var server = await ServeAsync(Answer("text/plain", Policy));

        var fetch = await FetchAsync(server.Port, trust: CertificateTrust.OfTheMachine);

        Assert.Contains("not valid", fetch.Problem, StringComparison.Ordinal);
        Assert.Empty(server.Paths);
    }

    [Fact]
    public async Task Fetch_NameWithAnAddressInside_ConnectsNowhere()
    {
        _dns.Replace("mta-sts.sender.test. 300 IN A 9.9.9.9", "mta-sts.sender.test. 300 IN A 127.0.0.1");
        await using var server = await ServeAsync(Answer("text/plain", Policy));

        var fetch = await FetchAsync(server.Port, reach: new ProbeReach([]));

        Assert.True(fetch.IsUnknown);
        Assert.Contains("127.0.0.1 is no public address", fetch.Problem, StringComparison.Ordinal);
        Assert.Equal(0, server.Connections);
    }

    [Fact]
    public async Task Fetch_NameWithoutAnswer_IsUnknown_WithoutAddress_IsNot()
    {
        _dns.Remove("mta-sts.sender.test");
        var none = await FetchAsync(443);
        _dns.Fail("mta-sts.sender.test", DnsFault.ServFail);
        var failed = await FetchAsync(443);

        Assert.Equal((false, true), (none.IsUnknown, failed.IsUnknown));
        Assert.Contains("has no address", none.Problem, StringComparison.Ordinal);
        Assert.Contains("SERVFAIL", failed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_NobodyListens_IsUnknown()
    {
        var fetch = await FetchAsync(FreePort.Next());

        Assert.True(fetch.IsUnknown);
        Assert.Contains("could not be asked", fetch.Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _dns.Dispose();
        _authority.Dispose();
    }

    private static RequestDelegate Answer(string type, string body) => context =>
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    };

    private Task<PolicyServer> ServeAsync(RequestDelegate answer) => PolicyServer.StartAsync(_authority.Issue(null, "mta-sts.sender.test"), answer);

    private async Task<PolicyFetch> FetchAsync(int port, ProbeReach? reach = null, CertificateTrust? trust = null, TimeSpan? patience = null)
    {
        using var resolvers = ResolverSet.From(_dns.OptionsFor());
        var get = new CheckedGet(trust ?? CertificateTrust.With(_authority.RootFile), patience ?? GuardedFetch.Patience, TimeProvider.System);
        return await new PolicyFetching(new GuardedFetch(resolvers, reach ?? new ProbeReach([IPNetwork.Parse("127.0.0.0/8")]), get, port))
            .FetchAsync(DomainName.Parse("sender.test"), "1", "test", TestContext.Current.CancellationToken);
    }
}
