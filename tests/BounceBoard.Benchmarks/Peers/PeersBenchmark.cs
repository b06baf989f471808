using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Benchmarks.Samples;

namespace BounceBoard.Benchmarks.Peers;

/// <summary>
/// The house beside the best open tools, on the same files in the same run: bounces against Sisimai, logs against pflogsumm;
/// <c>taskset -c 0</c> in front keeps them to one core.
/// </summary>
internal sealed class PeersBenchmark : ISurvey
{
    public string Name => "peers";

    public Task RunAsync(Action<string> print, CancellationToken cancellationToken) => PeerRounds.RunAsync(
        [
            new SisimaiPeer(), new HouseBounces(1), new HouseBounces(Environment.ProcessorCount), new MimeKitAlone(), new PflogsummPeer(), new HouseLogs(),
            .. LogSamples.All.Select(sample => new HouseOtherLogs(sample)),
        ],
        print,
        cancellationToken);
}
