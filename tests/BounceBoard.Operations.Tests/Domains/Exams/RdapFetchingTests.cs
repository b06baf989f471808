using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Registration;
using BounceBoard.Dns.Resolving;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Outside;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Dns;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>The way to the registry, with a real web server: list, question, redirect, memory, guard.</summary>
public sealed class RdapFetchingTests : IDisposable
{
    private const string List = """{"services":[[["net"],["https://rdap.lab.test/v1/"]],[["org"],["https://inside.lab.test/"]]]}""";

    private readonly TestDnsServer _dns = TestDnsServer.Start(
        "list.lab.test. 300 IN A 127.0.0.1", "rdap.lab.test. 300 IN A 127.0.0.1", "other.lab.test. 300 IN A 127.0.0.1", "inside.lab.test. 300 IN A 10.0.0.1");
    private readonly TestAuthority _authority = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
    private readonly ResolverSet _resolvers;
    private string _ends = "2030-01-01T00:00:00Z";

    public RdapFetchingTests() => _resolvers = ResolverSet.From(_dns.OptionsFor());

    [Fact]
    public async Task Fetch_RegisteredNameAndNamesBelow_AsksTheRegistryOnceADay()
    {
        await using var server = await ServeAsync();
        var registry = Registry(server.Port);

        var fact = await AskAsync(registry, "mail.example.net");
        Assert.Equal(("example.net", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), false), (fact?.Name, fact?.ExpiresAt, fact?.IsUnknown));
        await AskAsync(registry, "example.net");
        Assert.Equal(["list.lab.test/dns.json", "rdap.lab.test/v1/domain/example.net"], server.Paths);

        _time.Advance(RdapFetching.Sound);
        await AskAsync(registry, "example.net");
        Assert.Equal(4, server.Paths.Count);
    }

    [Fact]
    public async Task Fetch_EndComesNear_IsAskedAgainAfterAnHour()
    {
        _ends = "2026-12-01T00:00:00Z";
        await using var server = await ServeAsync();
        var registry = Registry(server.Port);
        await AskAsync(registry, "example.net");
        _ends = "2027-12-01T00:00:00Z";
        Assert.Equal(2026, (await AskAsync(registry, "example.net"))?.ExpiresAt?.Year);

        _time.Advance(RdapFetching.Faulty);
        Assert.Equal(2027, (await AskAsync(registry, "example.net"))?.ExpiresAt?.Year);
    }

    [Theory]
    [InlineData("https://other.lab.test/domain/example.net", "", 3)]
    [InlineData("/v2/domain/example.net", "", 3)]
    [InlineData("https://inside.lab.test/domain/example.net", "10.0.0.1 is no public address", 2)]
    [InlineData("http://other.lab.test/domain/example.net", "only https", 2)]
    [InlineData("https://other.lab.test:8443/domain/example.net", "only https", 2)]
    [InlineData("https://127.0.0.1/domain/example.net", "only https", 2)]
    [InlineData("https://other.lab.test/again", "redirect", 3)]
    public async Task Fetch_Redirect_IsFollowedOnceAndPastTheGuard(string to, string problem, int requests)
    {
        await using var server = await ServeAsync(context =>
        {
            var isFirst = context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal) || context.Request.Path == "/again";
            if (isFirst)
            {
                context.Response.Redirect(to);
            }
            return isFirst ? Task.CompletedTask : AnswerAsync(context);
        });

        var fact = await AskAsync(Registry(server.Port), "example.net");

        Assert.Equal((problem.Length > 0, requests), (fact?.IsUnknown, server.Paths.Count));
        Assert.Contains(problem, fact?.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("example.de", "No registration server is listed for example.de")]
    [InlineData("example.org", "10.0.0.1 is no public address")]
    [InlineData("unknown.net", "does not know unknown.net")]
    [InlineData("large.net", "larger than 64 kB")]
    [InlineData("odd.net", "cannot be read")]
    public async Task Fetch_NoAnswer_IsUnknownWithTheReason(string domain, string problem)
    {
        await using var server = await ServeAsync(context => context.Request.Path.Value switch
        {
            "/v1/domain/unknown.net" => StatusAsync(context, 404),
            "/v1/domain/large.net" => context.Response.WriteAsync(new string(' ', 65 * 1024)),
            "/v1/domain/odd.net" => context.Response.WriteAsync("<html>"),
            _ => AnswerAsync(context),
        });

        var fact = await AskAsync(Registry(server.Port), domain);

        Assert.True(fact?.IsUnknown);
        Assert.Contains(problem, fact?.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ListOutOfReach_IsUnknown_NamesNobodyRegisters_AreNotAsked()
    {
        await using var server = await ServeAsync(context => StatusAsync(context, 500), hasList: false);
        var registry = Registry(server.Port);

        Assert.Null(await AskAsync(registry, "sender.test"));
        Assert.Empty(server.Paths);
        Assert.Contains("answers 500", (await AskAsync(registry, "example.net"))?.Problem, StringComparison.Ordinal);
        await AskAsync(registry, "example.org");
        Assert.Single(server.Paths);
    }

    public void Dispose()
    {
        _resolvers.Dispose();
        _dns.Dispose();
        _authority.Dispose();
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task<RegistrationFact?> AskAsync(RdapFetching registry, string domain) =>
        registry.FetchAsync(DomainName.Parse(domain), "test", TestContext.Current.CancellationToken);

    private Task AnswerAsync(HttpContext context) => context.Response.WriteAsync($$"""
        {"objectClassName":"domain","events":[{"eventAction":"expiration","eventDate":"{{_ends}}"}]}
        """);

    /// <param name="answer">The registry's; null: its good one.</param>
    private Task<PolicyServer> ServeAsync(RequestDelegate? answer = null, bool hasList = true) => PolicyServer.StartAsync(
        _authority.Issue(null, "list.lab.test", "rdap.lab.test", "other.lab.test"),
        context => hasList && context.Request.Path == "/dns.json" ? context.Response.WriteAsync(List) : (answer ?? AnswerAsync)(context));

    private RdapFetching Registry(int port)
    {
        var get = new CheckedGet(CertificateTrust.With(_authority.RootFile), GuardedFetch.Patience, _time);
        var fetch = new GuardedFetch(_resolvers, new ProbeReach([IPNetwork.Parse("127.0.0.0/8")]), get, port);
        return new RdapFetching(fetch, new Uri("https://list.lab.test/dns.json"), _time);
    }
}
