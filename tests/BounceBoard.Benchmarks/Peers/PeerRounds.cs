using System.Globalization;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>Runs peers on the same input, the rounds over all of them in turn, so that a slow moment of the machine falls on each.</summary>
internal static class PeerRounds
{
    private const int Rounds = 5;

    public static async Task RunAsync(IReadOnlyList<IPeer> peers, Action<string> print, CancellationToken cancellationToken)
    {
        foreach (var peer in peers.Where(peer => peer.Missing is not null))
        {
            print($"{peer.Name,-34} not run: {peer.Missing}");
        }
        var figures = new List<(IPeer Peer, PeerFigure Figure)>();
        foreach (var peer in peers.Where(peer => peer.Missing is null))
        {
            await peer.PrepareAsync(cancellationToken);
        }
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var peer in peers.Where(peer => peer.Missing is null))
            {
                figures.Add((peer, await peer.RunAsync(cancellationToken)));
            }
        }
        Print(print, figures);
    }

    // The first of each unit is the other tool: all are told as multiples of it.
    private static void Print(Action<string> print, List<(IPeer Peer, PeerFigure Figure)> figures)
    {
        print($"{"who",-34} {"median",12} {"lowest",12} {"highest",12}  {"unit",-8} {"times",6} {"peak MB",8}");
        var first = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var rounds in figures.GroupBy(row => row.Peer, row => row.Figure))
        {
            var (peer, sorted) = (rounds.Key, rounds.Select(figure => figure.Count / figure.Time.TotalSeconds).Order().ToList());
            var median = sorted[sorted.Count / 2];
            first.TryAdd(peer.Unit, median);
            print(string.Create(
                CultureInfo.InvariantCulture,
                $"{peer.Name,-34} {median,12:#,##0} {sorted[0],12:#,##0} {sorted[^1],12:#,##0}  {peer.Unit,-8} {median / first[peer.Unit],6:0.0} {rounds.Max(figure => figure.PeakBytes) / 1048576.0,8:#,##0}"));
        }
    }
}
