using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.TestKit.Certificates;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Smtp;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains.Exams;

/// <summary>The examination as it is registered, against a name server, a mail server and a web server of the test.</summary>
public sealed class DomainExamTests : IDisposable
{
    private readonly ScriptedSink _sink = new() { OffersStartTls = true };
    private readonly TestDnsServer _dns = TestDnsServer.Start(
        "sender.test. 300 IN MX 10 mx.sender.test.", "sender.test. 300 IN MX 20 mx2.sender.test.", "mx.sender.test. 300 IN A 127.0.0.1",
        "mx2.sender.test. 300 IN A 127.0.0.1", "mta-sts.sender.test. 300 IN A 127.0.0.1");

    [Fact]
    public async Task Examine_HostsInside_AreConnectedToOnlyWhereTheInstallationAllowsIt()
    {
        var refused = await ExamineAsync("sender.test");
        Assert.Equal([MailHostState.NotTried, MailHostState.NotTried], refused.MailHosts.Select(host => host.State));
        Assert.All(refused.MailHosts, host => Assert.Contains("127.0.0.1 is no public address", host.Problem, StringComparison.Ordinal));
        Assert.Equal(0, _sink.Connections);

        var allowed = await ExamineAsync("sender.test", ("PrivateNetworks:0", "127.0.0.0/8"));
        Assert.Equal(["mx.sender.test", "mx2.sender.test"], allowed.MailHosts.Select(host => host.Host.Value));
        Assert.All(allowed.MailHosts, host => Assert.Equal(MailHostState.Encrypted, host.State));
        Assert.Equal(2, _sink.Connections);
    }

    [Fact]
    public async Task Examine_Mailboxes_AreAskedForAtTheFirstHostOnly_AndNobodyOutside()
    {
        var facts = await ExamineAsync("sender.test", ("PrivateNetworks:0", "127.0.0.0/8"));

        Assert.Equal(["RCPT TO:<postmaster@sender.test>", "RCPT TO:<abuse@sender.test>"], Said("RCPT"));
        Assert.Equal(["MAIL FROM:<>"], Said("MAIL"));
        Assert.Contains(facts.MailHosts[0].Trials, reply => reply is { Question: TrialQuestion.Abuse, Code: 250 });
        Assert.Empty(facts.MailHosts[1].Trials);
        Assert.Equal(2, _sink.Connections);
    }

    [Fact]
    public async Task Examine_TestsOff_NameNobody()
    {
        await ExamineAsync("sender.test", ("PrivateNetworks:0", "127.0.0.0/8"), ("TestMailboxes", "false"));
        Assert.Empty(Said("MAIL"));
        Assert.Empty(Said("RCPT"));
    }

    [Fact]
    public async Task Examine_RelayTested_AsksEachAddressOnce_AndNeverSendsMail()
    {
        var facts = await ExamineAsync("sender.test", ("PrivateNetworks:0", "127.0.0.0/8"), ("TestRelay", "true"));

        Assert.Equal(2, Said("RCPT TO:<relay-test@example.com>").Count);
        Assert.All(facts.MailHosts, host => Assert.Contains(host.Trials, reply => reply.Question == TrialQuestion.Outside));
        Assert.DoesNotContain(_sink.Commands, command => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(_sink.Mails);
        // A sink takes everything: that is no proof.
        Assert.Equal(CheckState.Warn, HealthRules.Judge(facts).Checks.First(check => check.Id == "open-relay").State);
    }

    [Fact]
    public async Task Examine_Disabled_AsksDnsOnly()
    {
        _dns.Add("_mta-sts.sender.test. 300 IN TXT \"v=STSv1; id=1\"");

        var facts = await ExamineAsync("sender.test", ("PrivateNetworks:0", "127.0.0.0/8"), ("Enabled", "false"));

        Assert.Empty(facts.MailHosts);
        Assert.Null(facts.MtaStsPolicy);
        Assert.Equal(0, _sink.Connections);
    }

    [Fact]
    public async Task Examine_NoMx_LooksAtTheDomainItself_NullMx_AtNobody()
    {
        _dns.Add("plain.test. 300 IN A 127.0.0.1", "null.test. 300 IN MX 0 .", "null.test. 300 IN A 127.0.0.1");

        var plain = await ExamineAsync("plain.test", ("PrivateNetworks:0", "127.0.0.0/8"));
        var none = await ExamineAsync("null.test", ("PrivateNetworks:0", "127.0.0.0/8"));

        Assert.Equal("plain.test", Assert.Single(plain.MailHosts).Host.Value);
        Assert.Empty(none.MailHosts);
    }

    [Fact]
    public async Task Examine_MtaStsRecord_FetchesThePolicy_NoRecord_DoesNot()
    {
        using var authority = new TestAuthority();
        await using var server = await PolicyServer.StartAsync(authority.Issue(null, "mta-sts.sender.test"), context => context.Response.WriteAsync("version: STSv1\n"));
        (string, string)[] settings = [("PrivateNetworks:0", "127.0.0.0/8"), ("PolicyPort", $"{server.Port}"), ("RootsFile", authority.RootFile)];

        Assert.Null((await ExamineAsync("sender.test", settings)).MtaStsPolicy);
        Assert.Equal(0, server.Connections);

        _dns.Add("_mta-sts.sender.test. 300 IN TXT \"v=STSv1; id=1\"");
        Assert.Equal((200, "version: STSv1\n"), (await ExamineAsync("sender.test", settings)).MtaStsPolicy is { } fetch ? (fetch.Status, fetch.Body) : (null, ""));
    }

    [Fact]
    public void Settings_WithFaults_NameEveryKey()
    {
        var options = new ProbeOptions { Port = 0, PolicyPort = 70_000, RootsFile = "no-such-file.pem", PrivateNetworks = { "10.0.0.0/8", "10.0.0.0/40" }, RdapBootstrap = "http://127.0.0.1/dns.json" };

        var faults = new ProbeOptionsCheck().Validate(null, options).Failures?.ToList() ?? [];

        Assert.Equal(5, faults.Count);
        Assert.All(["Probes:Port", "Probes:PolicyPort", "Probes:RootsFile", "Probes:PrivateNetworks:1", "Probes:RdapBootstrap"], key => Assert.Contains(faults, fault => fault.StartsWith(key, StringComparison.Ordinal)));
    }

    private List<string> Said(string command) => [.. _sink.Commands.Where(line => line.StartsWith(command, StringComparison.Ordinal)).Select(line => line.TrimEnd())];

    public void Dispose()
    {
        _sink.Dispose();
        _dns.Dispose();
    }

    private async Task<DomainFacts> ExamineAsync(string domain, params (string Key, string Value)[] settings)
    {
        var values = settings.Prepend(("Port", $"{_sink.Port}")).ToDictionary(pair => $"Probes:{pair.Item1}", string? (pair) => pair.Item2);
        var (options, configuration) = (_dns.OptionsFor(), new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        using var resolvers = ResolverSet.From(options);
        await using var provider = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(Options.Create(options)).AddSingleton(resolvers)
            .AddDns().AddProbes().BuildServiceProvider();
        var subject = new ExamSubject { Domain = DomainName.Parse(domain), AskBlocklists = false, AskNameServers = false };
        return await provider.GetRequiredService<DomainExam>().ExamineAsync(subject, TestContext.Current.CancellationToken);
    }
}
