using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>A log file from its bytes on disk to its reports: cut into pieces, joined by queue id.</summary>
internal sealed class PostfixLines : IBenchmark
{
    private const int Messages = 60_000;
    private static readonly DateTimeOffset ReceivedAt = new(2026, 5, 17, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");

    public string Name => "postfix-lines";

    public string Unit => "lines/s";

    public int Rounds => 5;

    private string LogFile => Path.Combine(_folder.FullName, "mail.log");

    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllBytesAsync(LogFile, PostfixLog.Write(Messages), cancellationToken);
        return null;
    }

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var (parser, session, reports) = (new BounceParser(), new LogSession(), 0);
        await using var input = File.OpenRead(LogFile);
        await foreach (var item in new EvidenceUnpacker().UnpackAsync(input, "mail.log", cancellationToken))
        {
            reports += parser.Parse(item, ReceivedAt, session).Count;
        }
        return reports == Messages ? Messages * PostfixLog.LinesPerMessage : throw new InvalidOperationException($"{reports} reports of {Messages} messages.");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
