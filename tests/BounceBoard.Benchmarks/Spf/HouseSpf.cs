using System.Diagnostics;
using BounceBoard.Benchmarks.Peers;
using BounceBoard.Core;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Benchmarks.Spf;

/// <summary>The house's evaluator with its whole trace, on one core.</summary>
internal sealed class HouseSpf : IPeer
{
    private const int Times = 5_000;
    private readonly DnsSnapshot _dns = SpfZone.Snapshot();

    public string Name => "BounceBoard, SPF";

    public string Unit => "checks/s";

    public string? Missing => null;

    /// <summary>One word per request.</summary>
    public string Results => string.Join(' ', SpfZone.Requests.Select(request => KebabName.Of(SpfEvaluator.Evaluate(request, _dns).Result)));

    public async Task PrepareAsync(CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (requests, complete, watch) = (SpfZone.Requests, 0L, Stopwatch.StartNew());
        for (var time = 0; time < Times; time++)
        {
            foreach (var request in requests)
            {
                complete += SpfEvaluator.Evaluate(request, _dns).IsComplete ? 1 : 0;
            }
        }
        return complete == (long)Times * requests.Count
            ? Task.FromResult(new PeerFigure(complete, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64))
            : throw new InvalidOperationException("An answer is missing in the snapshot.");
    }
}
