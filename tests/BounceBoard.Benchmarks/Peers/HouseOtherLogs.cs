using System.Diagnostics;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The house's reader on a log that no other tool here reads; its lines a second stand beside pflogsumm's on a Postfix log.</summary>
internal sealed class HouseOtherLogs(LogSample sample) : IPeer
{
    private const int Messages = 100_000;
    private byte[] _log = [];

    public string Name => $"BounceBoard, {sample.Name}";

    public string Unit => "lines/s";

    public string? Missing => null;

    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        _log = sample.Write(Messages);
        await RunAsync(cancellationToken);
    }

    public async Task<PeerFigure> RunAsync(CancellationToken cancellationToken)
    {
        var (parser, session, reports) = (new BounceParser(), new LogSession(), 0);
        var watch = Stopwatch.StartNew();
        using var input = new MemoryStream(_log, writable: false);
        await foreach (var item in new EvidenceUnpacker().UnpackAsync(input, sample.Name, cancellationToken))
        {
            reports += parser.Parse(item, DateTimeOffset.UnixEpoch.AddYears(56).AddDays(200), session).Count;
        }
        return reports == Messages
            ? new PeerFigure((long)Messages * sample.LinesPerMessage, watch.Elapsed, Process.GetCurrentProcess().PeakWorkingSet64)
            : throw new InvalidOperationException($"{reports} reports of {Messages} messages.");
    }
}
