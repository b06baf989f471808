using System.Diagnostics;
using System.Globalization;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>The most memory of the process while it reads 2 GB of a log that is on no disk, and 100,000 mails: it must not grow with what is read.</summary>
internal sealed class FlatMemory : ISurvey
{
    private const long LogBytes = 2_000_000_000;
    private const int Mails = 100_000;

    public string Name => "flat-memory";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        await LogAsync(LogBytes / 20, cancellationToken);
        Print(print, "a twentieth of the log");
        var (lines, took) = await LogAsync(LogBytes, cancellationToken);
        Print(print, string.Create(CultureInfo.InvariantCulture, $"the whole log, {lines:#,##0} messages in {took.TotalSeconds:0} s, writing it included"));
        Read(Mails / 20);
        Print(print, "a twentieth of the mails");
        Print(print, string.Create(CultureInfo.InvariantCulture, $"all {Mails:#,##0} mails in {Read(Mails).TotalSeconds:0} s, writing them included"));
    }

    private static async Task<(long Messages, TimeSpan Took)> LogAsync(long bytes, CancellationToken cancellationToken)
    {
        var (parser, session, messages, watch) = (new BounceParser(), new LogSession(), 0L, Stopwatch.StartNew());
        await using var log = new EndlessLog(bytes);
        await foreach (var item in new EvidenceUnpacker().UnpackAsync(log, "mail.log", cancellationToken))
        {
            messages += parser.Parse(item, DateTimeOffset.UnixEpoch.AddYears(56).AddDays(200), session).Count;
        }
        return (messages, watch.Elapsed);
    }

    private static TimeSpan Read(int mails)
    {
        var (parser, watch) = (new BounceParser(), Stopwatch.StartNew());
        for (var index = 0; index < mails; index++)
        {
            parser.Parse(new EvidenceItem("mail.eml", EvidenceKind.Mail, BounceMail.Write(index), null, 0, null), DateTimeOffset.UnixEpoch.AddYears(56).AddDays(200));
        }
        return watch.Elapsed;
    }

    private void Print(Action<string> print, string what)
    {
        using var self = Process.GetCurrentProcess();
        print(string.Create(CultureInfo.InvariantCulture, $"{Name}: peak {self.PeakWorkingSet64 / 1048576.0,6:#,##0} MB after {what}"));
    }
}
