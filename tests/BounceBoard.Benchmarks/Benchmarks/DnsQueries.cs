using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Dns;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>MX sets with their addresses from a real name server on loopback; every set is three questions (MX, A, AAAA).</summary>
internal sealed class DnsQueries : IBenchmark
{
    private const int Domains = 3_000;
    private const int QuestionsPerSet = 3;
    private const int AtOnce = 64;
    private NsdServer? _names;
    private ResolverSet? _resolvers;

    public string Name => "dns";

    public string Unit => "queries/s";

    public int Rounds => 5;

    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (NsdServer.Missing is { } reason)
        {
            return reason;
        }
        _names = await NsdServer.StartAsync(
            Enumerable.Range(0, Domains).SelectMany(index => new[] { $"d{index}.example. 300 IN MX 10 mx.d{index}.example.", $"mx.d{index}.example. 300 IN A 198.51.100.7" }),
            cancellationToken);
        var options = new DnsOptions { UseSystem = false, UsePublic = false, UseAuthoritative = false, QueriesPerSecond = 100_000 };
        options.Resolvers.Add(new ResolverOptions { Name = "r1", Address = _names.Addresses[0].ToString(), Port = _names.Port });
        _resolvers = ResolverSet.From(options);
        return null;
    }

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var resolver = _resolvers?.All[0] ?? throw new InvalidOperationException("Not prepared.");
        var found = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(0, Domains), parallel, async (index, token) =>
        {
            var answer = await resolver.MxAsync(DomainName.Parse($"d{index}.example"), token);
            if (answer is { State: DnsState.Found, Hosts: [{ Addresses.Count: 1 }] })
            {
                Interlocked.Increment(ref found);
            }
        });
        return found == Domains ? Domains * QuestionsPerSet : throw new InvalidOperationException($"{found} of {Domains} sets were found.");
    }

    public async ValueTask DisposeAsync()
    {
        _resolvers?.Dispose();
        if (_names is not null)
        {
            await _names.DisposeAsync();
        }
    }
}
