using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Cli.Parsing;

/// <summary>Reads one input and writes each report as soon as it is read.</summary>
internal sealed class ParseFile(Stream output, TextWriter errors, string? format)
{
    /// <summary>Standard input without a new line for so long: what came is printed.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly EvidenceUnpacker _unpacker = new();
    private readonly EvidenceUnpacker _liveUnpacker = new() { Pause = Pause };
    private readonly BounceParser _parser = new();
    private readonly ReportLines _lines = new(output);

    /// <returns>0 when all was read, 1 when something was refused.</returns>
    public async Task<int> RunAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = InputFiles.Open(path);
            return await InputAsync(input, path, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return await RefusedAsync(path, 1, $"The file cannot be read: {problem.Message}");
        }
    }

    private async Task<int> InputAsync(Stream input, string file, CancellationToken cancellationToken)
    {
        // It may be "tail -F": lines come one by one, for hours, some of them of other programs.
        var isLive = file == InputFiles.StandardInput;
        var session = new LogSession { MayBeSilent = isLive };
        var (index, exit) = (0, 0);
        await foreach (var item in (isLive ? _liveUnpacker : _unpacker).UnpackAsync(input, file, cancellationToken))
        {
            foreach (var report in _parser.Parse(item, TimeProvider.System.GetUtcNow(), session, format))
            {
                _lines.Write(file, ++index, report);
                if (report.Kind is BounceKind.Error)
                {
                    exit = 1;
                    await errors.WriteLineAsync($"bounceboard: {file}: {report.Error}");
                }
            }
            if (isLive)
            {
                await output.FlushAsync(cancellationToken);
            }
        }
        return index == 0 ? await RefusedAsync(file, 1, "Nothing is reported here: the log or payload holds no delivery attempt of a known form.") : exit;
    }

    private async Task<int> RefusedAsync(string file, int index, string reason)
    {
        _lines.Write(file, index, new BounceReport { Kind = BounceKind.Error, Error = reason });
        await errors.WriteLineAsync($"bounceboard: {file}: {reason}");
        return 1;
    }
}
