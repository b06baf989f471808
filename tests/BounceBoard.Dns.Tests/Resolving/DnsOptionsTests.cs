using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

public sealed class DnsOptionsTests
{
    [Fact]
    public void From_Defaults_AsksThreePublicResolversAndTheDomainsOwn()
    {
        using var resolvers = ResolverSet.From(new DnsOptions { UseSystem = false });
        Assert.Equal(["1.1.1.1", "8.8.8.8", "9.9.9.9", "authoritative"], resolvers.All.Select(resolver => resolver.Name));
    }

    [Fact]
    public void AddDns_ConfiguredResolver_ReplacesThePublicOnes()
    {
        using var services = Services(("Dns:UseSystem", "false"), ("Dns:Resolvers:0:Address", "192.0.2.53"), ("Dns:Resolvers:0:Name", "office"));
        Assert.Equal(["office", "authoritative"], services.GetRequiredService<ResolverSet>().All.Select(resolver => resolver.Name));
    }

    [Fact]
    public void AddDns_SeveralFaults_NamesEveryKeyAtOnce()
    {
        using var services = Services(
            ("Dns:Timeout", "00:02:00"), ("Dns:Retries", "9"), ("Dns:QueriesPerSecond", "0"),
            ("Dns:Resolvers:0:Address", "dns.example.net"), ("Dns:Resolvers:1:Address", "192.0.2.53"), ("Dns:Resolvers:1:Name", "System"));
        var faults = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<ResolverSet>()).Failures.ToList();
        Assert.Equal(5, faults.Count);
        Assert.Contains(faults, fault => fault.StartsWith("Dns:Timeout is 00:02:00;", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Dns:Resolvers:0:Address is 'dns.example.net';", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.Contains("'System' twice", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task QueriesPerSecond_LowCeiling_SlowsTheQuestionsDown()
    {
        using var server = TestDnsServer.Start("example.net. 300 IN TXT x");
        var options = server.OptionsFor();
        options.QueriesPerSecond = 20;
        using var resolvers = ResolverSet.From(options);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            resolvers.All[0].RecordAsync("example.net", RecordType.Txt, TestContext.Current.CancellationToken)));
        // Two at once, then two every 100 ms: the twelfth waits for half a second.
        Assert.True(clock.ElapsedMilliseconds > 350, $"Twelve questions at twenty a second took {clock.ElapsedMilliseconds} ms.");
        Assert.Equal(12, server.QueriesFor("example.net"));
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddDns().BuildServiceProvider();
    }
}
