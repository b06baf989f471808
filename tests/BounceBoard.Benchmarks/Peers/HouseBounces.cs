using System.Diagnostics;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The house's readers, from the file on disk to reports with all their fields.</summary>
internal sealed class HouseBounces : IPeer
{
    public string Name => "BounceBoard, bounce mails";

    public string Unit => "files/s";

    public string? Missing => RealBounces.Missing;

    public async Task PrepareAsync(CancellationToken cancellationToken) => await RunAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (parser, unpacker, files, read) = (new BounceParser(), new EvidenceUnpacker(), RealBounces.Files(), 0);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < RealBounces.Times; time++)
        {
            foreach (var file in files)
            {
                using var input = new MemoryStream(await File.ReadAllBytesAsync(file, cancellationToken));
                await foreach (var item in unpacker.UnpackAsync(input, file, cancellationToken))
                {
                    read += parser.Parse(item, DateTimeOffset.UnixEpoch.AddYears(56)).Count > 0 ? 1 : 0;
                }
            }
        }
        return read >= files.Count * RealBounces.Times ? new PeerFigure(files.Count * RealBounces.Times, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64)
            : throw new InvalidOperationException($"{read} files gave a report.");
    }
}
