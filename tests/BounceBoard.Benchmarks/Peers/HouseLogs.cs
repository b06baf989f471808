using System.Diagnostics;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The house's log reader on one core: every delivery attempt with its fields, joined by queue id.</summary>
internal sealed class HouseLogs : IPeer
{
    public string Name => "BounceBoard, Postfix log";

    public string Unit => "lines/s";

    public string? Missing => null;

    public Task PrepareAsync(CancellationToken cancellationToken) => SampleLog.WriteAsync(cancellationToken);

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (parser, session, refused) = (new BounceParser(), new LogSession(), 0);
        var watch = Stopwatch.StartNew();
        await using var input = File.OpenRead(SampleLog.File);
        await foreach (var item in new EvidenceUnpacker().UnpackAsync(input, "mail.log", cancellationToken))
        {
            refused += parser.Parse(item, DateTimeOffset.UnixEpoch.AddYears(56).AddDays(200), session).Count(report => report.ReplyCode == 550);
        }
        return refused > 0 ? new PeerFigure(SampleLog.Lines, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64) : throw new InvalidOperationException("No refusal was read.");
    }
}
