using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Peers;

namespace BounceBoard.Benchmarks.Spf;

/// <summary>SPF evaluations a second beside pyspf, over the same records in memory; both must come to the same results.</summary>
internal sealed class SpfBenchmark : ISurvey
{
    public string Name => "spf-evaluation";

    public Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        var house = new HouseSpf();
        return PeerRounds.RunAsync([new PyspfPeer(house.Results), house], print, cancellationToken);
    }
}
