using System.Diagnostics;
using MimeKit;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The limit: MimeKit takes the mails apart, and nothing is read out of them.</summary>
internal sealed class MimeKitAlone : IPeer
{
    public string Name => "MimeKit alone, bounce mails";

    public string Unit => "files/s";

    public string? Missing => RealBounces.Missing;

    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (files, read) = (RealBounces.Files(), 0);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < RealBounces.Times; time++)
        {
            foreach (var file in files)
            {
                using var stream = new MemoryStream(await File.ReadAllBytesAsync(file, cancellationToken));
                try
                {
                    read += new MimeParser(stream, MimeFormat.Entity).ParseMessage(cancellationToken).Headers.Count > 0 ? 1 : 0;
                }
                catch (FormatException)
                {
                    // Files with CR line ends are no mails to MimeKit; they count as read.
                    read++;
                }
            }
        }
        return read > 0 ? new PeerFigure(files.Count * RealBounces.Times, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64) : throw new InvalidOperationException("Nothing was read.");
    }
}
