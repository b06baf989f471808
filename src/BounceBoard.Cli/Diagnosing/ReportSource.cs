using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>Reads every report out of files, folders and standard input, in input order.</summary>
internal sealed class ReportSource(TextWriter errors)
{
    private readonly EvidenceUnpacker _unpacker = new();
    private readonly BounceParser _parser = new();
    private readonly List<FiledReport> _reports = [];

    /// <summary>Something in the input could not be read; the reasons went to the errors.</summary>
    public bool AnyRefused { get; private set; }

    /// <exception cref="FormatException">A path does not exist.</exception>
    public async Task<IReadOnlyList<FiledReport>> ReadAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        if (paths.Select(InputFiles.Problem).FirstOrDefault(problem => problem is not null) is { } missing)
        {
            throw new FormatException(missing);
        }
        foreach (var file in paths.SelectMany(InputFiles.At))
        {
            await FileAsync(file, cancellationToken);
        }
        return _reports;
    }

    private async Task FileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = InputFiles.Open(file);
            var session = new LogSession();
            var index = 0;
            await foreach (var item in _unpacker.UnpackAsync(input, file, cancellationToken))
            {
                foreach (var report in _parser.Parse(item, TimeProvider.System.GetUtcNow(), session))
                {
                    Add(file, ++index, report);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            Refuse(file, $"The file cannot be read: {problem.Message}");
        }
    }

    private void Add(string file, int index, BounceReport report)
    {
        if (report.Kind == BounceKind.Error)
        {
            Refuse(file, report.Error ?? "It could not be read.");
            return;
        }
        _reports.Add(new FiledReport(file, index, report));
    }

    private void Refuse(string file, string reason)
    {
        AnyRefused = true;
        errors.WriteLine($"bounceboard: {file}: {reason}");
    }
}
