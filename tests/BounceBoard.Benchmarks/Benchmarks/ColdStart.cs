using System.Diagnostics;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>From starting the process, without a database, to the first page.</summary>
internal sealed class ColdStart : IBenchmark
{
    public string Name => "cold-start";

    public string Unit => "ms";

    public int Rounds => 5;

    public Task<string?> PrepareAsync(CancellationToken cancellationToken) =>
        Task.FromResult(File.Exists(RunningHost.BuiltProgram) ? null : $"the host was not built to {RunningHost.BuiltProgram}");

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await RunningHost.StartAsync(RunningHost.BuiltProgram, new Dictionary<string, string>(), cancellationToken);
        using var http = new HttpClient { BaseAddress = host.Address };
        var page = await http.GetStringAsync("login", cancellationToken);
        return page.Contains("Sign in", StringComparison.Ordinal)
            ? clock.ElapsedMilliseconds
            : throw new InvalidOperationException("The first page is not the sign-in page.");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
