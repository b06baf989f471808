using System.Globalization;
using BounceBoard.Benchmarks.Measuring;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The house beside the best open tools, on the same files in the same run: bounces against Sisimai, logs against pflogsumm.</summary>
internal sealed class PeersBenchmark : ISurvey
{
    private const int Rounds = 3;

    public string Name => "peers";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        print($"{"who",-34} {"median",12} {"lowest",12} {"highest",12}  {"unit",-8} {"peak MB",8}");
        IPeer[] peers = [new SisimaiPeer(), new HouseBounces(1), new HouseBounces(Environment.ProcessorCount), new MimeKitAlone(), new PflogsummPeer(), new HouseLogs()];
        foreach (var peer in peers)
        {
            if (peer.Missing is { } reason)
            {
                print($"{peer.Name,-34} not run: {reason}");
                continue;
            }
            await peer.PrepareAsync(cancellationToken);
            var figures = new List<PeerFigure>();
            for (var round = 0; round < Rounds; round++)
            {
                figures.Add(await peer.RunAsync(cancellationToken));
            }
            var sorted = figures.Select(figure => figure.Count / figure.Time.TotalSeconds).Order().ToList();
            print(string.Create(
                CultureInfo.InvariantCulture,
                $"{peer.Name,-34} {sorted[Rounds / 2],12:#,##0} {sorted[0],12:#,##0} {sorted[^1],12:#,##0}  {peer.Unit,-8} {figures.Max(figure => figure.PeakBytes) / 1048576.0,8:#,##0}"));
        }
    }
}
