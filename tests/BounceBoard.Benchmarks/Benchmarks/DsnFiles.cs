using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>Bounce mails, one file each, from bytes in memory to reports.</summary>
internal sealed class DsnFiles : IBenchmark
{
    private static readonly DateTimeOffset ReceivedAt = new(2026, 5, 17, 0, 0, 0, TimeSpan.Zero);
    private IReadOnlyList<EvidenceItem> _items = [];

    public string Name => "dsn-files";

    public string Unit => "files/s";

    public int Rounds => 5;

    public Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        _items = [.. Enumerable.Range(0, 5_000).Select(index => new EvidenceItem($"{index}.eml", EvidenceKind.Mail, BounceMail.Write(index), null, 0, null))];
        return Task.FromResult<string?>(null);
    }

    public Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var parser = new BounceParser();
        var read = _items.Sum(item => parser.Parse(item, ReceivedAt).Count(report => report.ReplyCode == 550));
        return read == _items.Count ? Task.FromResult((long)read) : throw new InvalidOperationException($"{read} refusals of {_items.Count} mails.");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
