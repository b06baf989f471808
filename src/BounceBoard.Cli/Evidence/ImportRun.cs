using System.CommandLine;
using BounceBoard.Cli.Inputs;
using BounceBoard.Core.Evidence;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Users;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Evidence;

/// <summary>Imports file after file. The summary goes to stdout, progress and problems to stderr.</summary>
internal sealed class ImportRun(IServiceProvider services, InvocationConfiguration console)
{
    private readonly List<IntakeItem> _items = [];
    private int _unread;

    /// <returns>0 when everything was taken; 1 when something was quarantined or could not be read.</returns>
    public async Task<int> RunAsync(string slug, string source, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var found = await services.GetRequiredService<ImportTargets>().FindAsync(slug, source, cancellationToken);
        if (!found.TryGet(out var target))
        {
            await console.Error.WriteLineAsync(found.Problem);
            return 1;
        }

        try
        {
            foreach (var path in paths)
            {
                await ImportPathAsync(target, path, cancellationToken);
            }
        }
        catch (IntakeStoppedException stopped)
        {
            return await StoppedAsync(stopped);
        }

        // What an earlier run stored and did not live to parse.
        await services.GetRequiredService<IntakeHold>().RunAsync(
            Actor.Cli, () => services.GetRequiredService<EvidenceParsing>().ParseDueAsync(cancellationToken), cancellationToken);
        await console.Output.WriteLineAsync(new IntakeResult(_items).ToString());
        return _unread > 0 || _items.Any(item => item.Outcome == IntakeOutcome.Quarantined) ? 1 : 0;
    }

    private async Task<int> StoppedAsync(IntakeStoppedException stopped)
    {
        await console.Output.WriteLineAsync(new IntakeResult(_items).ToString());
        await console.Error.WriteLineAsync(
            $"{stopped.Message} Stopped there: the {_items.Count} items counted above are stored, files after this one were not begun.");
        return 1;
    }

    private async Task ImportPathAsync(ImportTarget target, string path, CancellationToken cancellationToken)
    {
        if (InputFiles.Problem(path) is { } missing)
        {
            _unread++;
            await console.Error.WriteLineAsync(missing);
            return;
        }
        foreach (var file in InputFiles.At(path))
        {
            try
            {
                await using var input = InputFiles.Open(file);
                await ImportAsync(target, Path.GetFileName(file), input, cancellationToken);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                _unread++;
                await console.Error.WriteLineAsync($"{file}: cannot be read: {problem.Message}");
            }
        }
    }

    private async Task ImportAsync(ImportTarget target, string name, Stream input, CancellationToken cancellationToken)
    {
        var result = await services.GetRequiredService<EvidenceIntake>().ReceiveAsync(
            target.Tenant, target.SourceId, name, input, verified: true, Actor.Cli, new Progress(console.Error, _items.Count), cancellationToken);
        if (result.Refused is { } refused)
        {
            throw new InvalidOperationException(refused);
        }

        _items.AddRange(result.Items);
        foreach (var item in result.Items.Where(item => item.Outcome == IntakeOutcome.Quarantined))
        {
            await console.Error.WriteLineAsync($"{item.Name}: quarantined: {item.Reason}");
        }
    }

    // A bar is for a person at a terminal; a pipe or a cron mail gets the summary only.
    private sealed class Progress(TextWriter error, int before) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value)
        {
            if (!Console.IsErrorRedirected)
            {
                error.Write($"\r{before + value.Received} received");
            }
        }
    }
}
