using System.Diagnostics;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;

namespace BounceBoard.Faults.Tests.Retries;

/// <summary>
/// Whoever stops all sending, of a tenant or of the installation, does so from another process than the one that sends. The bound is for a loaded machine; the
/// figure of the run stands in its output.
/// </summary>
[Collection<Serial>]
public abstract class StoppedSenderTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int People = 300;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_WhileAHostSends_NoMailIsCompletedAfterIt(bool isOfInstallation)
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        using var sink = new ScriptedSink();
        await new PlannedBatch { Port = sink.Port, Stages = [People], MayLose = People, RatePerMinute = 1200 }
            .StoreAsync(house.Get<IServiceProvider>(), tenant, DateTimeOffset.UtcNow);
        await using var host = await house.HostAsync();
        await UntilAsync(() => sink.Mails.Count > 10);

        var clock = Stopwatch.StartNew();
        Assert.Null((await house.Get<SendingStops>().StopAsync(Actor.Cli, isOfInstallation ? TenantId.Installation : tenant, "test", default)).Problem);
        var (stopped, atStop) = (clock.Elapsed, sink.Mails.Count);
        var last = await LastAsync(sink, clock);

        output.WriteLine(
            $"{engine}, {(isOfInstallation ? "installation" : "tenant")}: the stop took {stopped.TotalMilliseconds:0} ms; {sink.Mails.Count - atStop} mails after it, the last {(last > stopped ? last - stopped : TimeSpan.Zero).TotalMilliseconds:0} ms after it; {sink.Mails.Count} of {People} were sent.");
        Assert.InRange(last, TimeSpan.Zero, MostTime);
        Assert.InRange(sink.Mails.Count, 11, People - 1);
        Assert.All(sink.Completed.Values, count => Assert.Equal(1, count));

        Assert.Null((await house.Get<SendingStops>().ResumeAsync(Actor.Cli, isOfInstallation ? TenantId.Installation : tenant, "test", default)).Problem);
        var before = sink.Mails.Count;
        await UntilAsync(() => sink.Mails.Count > before);
        Assert.All(sink.Completed.Values, count => Assert.Equal(1, count));
    }

    // When the last mail came, once none has come for a while.
    private static async Task<TimeSpan> LastAsync(ScriptedSink sink, Stopwatch clock)
    {
        var (count, last) = (sink.Mails.Count, TimeSpan.Zero);
        while (clock.Elapsed < last + Quiet)
        {
            if (sink.Mails.Count != count)
            {
                (count, last) = (sink.Mails.Count, clock.Elapsed);
            }
            await Task.Delay(5);
        }
        return last;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(clock.Elapsed < Patience, "It was waited in vain.");
            await Task.Delay(20);
        }
    }
}
