using System.Diagnostics;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The house's readers, from the file on disk to reports with all their fields, in one process.</summary>
/// <param name="cores">Files read at the same time.</param>
internal sealed class HouseBounces(int cores) : IPeer
{
    public string Name => $"BounceBoard, bounce mails, {cores} core{(cores == 1 ? "" : "s")}";

    public string Unit => "files/s";

    public string? Missing => RealBounces.Missing;

    public async Task PrepareAsync(CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (parser, unpacker, files, read) = (new BounceParser(), new EvidenceUnpacker(), RealBounces.Files(), 0);
        var watch = Stopwatch.StartNew();
        var all = Enumerable.Range(0, RealBounces.Times).SelectMany(_ => files);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = cores, CancellationToken = cancellationToken }, async (file, token) =>
        {
            using var input = new MemoryStream(File.ReadAllBytes(file));
            await foreach (var item in unpacker.UnpackAsync(input, file, token))
            {
                Interlocked.Add(ref read, parser.Parse(item, DateTimeOffset.UnixEpoch.AddYears(56)).Count > 0 ? 1 : 0);
            }
        });
        return read >= files.Count * RealBounces.Times ? new PeerFigure(files.Count * RealBounces.Times, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64)
            : throw new InvalidOperationException($"{read} files gave a report.");
    }
}
