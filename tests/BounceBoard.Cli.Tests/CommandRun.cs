using System.Diagnostics;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.Cli.Tests;

/// <summary>One run of the built command line in a process of its own.</summary>
internal sealed record CommandRun(int Exit, string Output, string Errors)
{
    public static Task<CommandRun> OfAsync(params string[] arguments) => WithInputAsync("", arguments);

    /// <param name="settings">Environment of the run, for example <c>Dns__Retries</c>.</param>
    public static Task<CommandRun> WithSettingsAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) => RunAsync("", settings, arguments);

    public static Task<CommandRun> WithInputAsync(string input, params string[] arguments) => RunAsync(input, new Dictionary<string, string>(), arguments);

    private static async Task<CommandRun> RunAsync(string input, IReadOnlyDictionary<string, string> settings, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(ChildProcess.BuiltCommandLine);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The command did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await FeedAsync(process.StandardInput, input);
        await process.WaitForExitAsync();
        return new CommandRun(process.ExitCode, await output, await errors);
    }

    private static async Task FeedAsync(StreamWriter pipe, string input)
    {
        try
        {
            await pipe.WriteAsync(input);
            pipe.Close();
        }
        catch (IOException)
        {
            // The command ended without reading its input; its exit code tells the rest.
        }
    }
}
