using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;
using Xunit;

namespace BounceBoard.Dns.Tests.Resolving;

/// <summary>The same resolver code against a name server of the real world.</summary>
public sealed class NsdServerTests
{
    [Fact]
    public async Task Mx_ZoneChanges_BothResolversSeeTheNewSet()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var names = await NsdServer.StartAsync(
            ["example.net. 300 IN MX 10 mx1.example.net.", "mx1.example.net. 300 IN A 198.51.100.7"], CancellationToken.None);
        var resolvers = ResolverSet.From(Only(names)).All;
        var domain = DomainName.Parse("example.net");

        var before = await Task.WhenAll(resolvers.Select(resolver => resolver.MxAsync(domain, CancellationToken.None)));
        await names.PublishAsync(["example.net. 300 IN MX 10 mx2.example.net.", "mx2.example.net. 300 IN A 198.51.100.8"], CancellationToken.None);
        var after = await Task.WhenAll(resolvers.Select(resolver => resolver.MxAsync(domain, CancellationToken.None)));

        Assert.Equal(["r1", "r2"], resolvers.Select(resolver => resolver.Name));
        Assert.All(before, answer => Assert.Equal("198.51.100.7", Assert.Single(Assert.Single(answer.Hosts).Addresses).ToString()));
        Assert.All(after, answer => Assert.Equal("mx2.example.net", Assert.Single(answer.Hosts).Name.ToString()));
    }

    [Fact]
    public async Task Mx_NameThatIsNotThere_IsAbsent()
    {
        Assert.SkipWhen(NsdServer.Missing is not null, NsdServer.Missing ?? "");
        await using var names = await NsdServer.StartAsync([], CancellationToken.None);
        var domain = DomainName.Parse("nowhere.example");

        var answer = await ResolverSet.From(Only(names)).All[0].MxAsync(domain, CancellationToken.None);

        Assert.Equal(DnsState.Absent, answer.State);
    }

    private static DnsOptions Only(NsdServer names)
    {
        var options = new DnsOptions { UseSystem = false, UsePublic = false, UseAuthoritative = false, Timeout = TimeSpan.FromSeconds(1) };
        foreach (var (index, address) in names.Addresses.Index())
        {
            options.Resolvers.Add(new ResolverOptions { Name = $"r{index + 1}", Address = address.ToString(), Port = names.Port });
        }
        return options;
    }
}
