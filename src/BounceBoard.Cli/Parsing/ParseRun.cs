using BounceBoard.Cli.Inputs;

namespace BounceBoard.Cli.Parsing;

/// <summary>Goes over the inputs: small files on all cores, large ones as a stream; what is written keeps the order of the inputs.</summary>
internal sealed class ParseRun(Stream output, string? format)
{
    /// <summary>Files under way: enough that no core waits, few enough that memory stays flat.</summary>
    private static readonly int Most = Environment.ProcessorCount * 4;

    private readonly Queue<Task<ParsedFile>> _waiting = new();
    private int _exit;

    /// <returns>0 when all was read, 1 when something was refused, 2 when a path does not exist.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> paths, string? format, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        var run = new ParseRun(output, format);
        foreach (var path in paths.Count == 0 ? [InputFiles.StandardInput] : paths)
        {
            await run.PathAsync(path, cancellationToken);
        }
        await run.WriteAsync(downTo: 0, cancellationToken);
        await output.FlushAsync(cancellationToken);
        return run._exit;
    }

    private async Task PathAsync(string path, CancellationToken cancellationToken)
    {
        if (InputFiles.Problem(path) is { } missing)
        {
            await WriteAsync(downTo: 0, cancellationToken);
            await Console.Error.WriteLineAsync($"bounceboard: {missing}");
            _exit = 2;
            return;
        }
        foreach (var file in InputFiles.At(path))
        {
            if (InputFiles.IsSmall(file))
            {
                _waiting.Enqueue(Task.Run(() => ParsedFile.ReadAsync(file, format, cancellationToken), cancellationToken));
                await WriteAsync(downTo: Most, cancellationToken);
                continue;
            }
            await WriteAsync(downTo: 0, cancellationToken);
            _exit = Math.Max(_exit, await new ParseFile(output, Console.Error, format).RunAsync(file, cancellationToken));
        }
    }

    private async Task WriteAsync(int downTo, CancellationToken cancellationToken)
    {
        while (_waiting.Count > downTo)
        {
            var parsed = await _waiting.Dequeue();
            await output.WriteAsync(parsed.Lines, cancellationToken);
            await Console.Error.WriteAsync(parsed.Errors.AsMemory(), cancellationToken);
            _exit = Math.Max(_exit, parsed.Exit);
        }
    }
}
