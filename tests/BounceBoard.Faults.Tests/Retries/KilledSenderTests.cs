using System.Diagnostics;
using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests.Retries;

/// <summary>
/// The host is killed at each step of an SMTP conversation, at the first mail of a batch or in its middle. Its restart goes on at the right recipient: nobody's
/// mail is completed twice, and in doubt is only who was asked after.
/// </summary>
public abstract class KilledSenderTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int People = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // BOUNCEBOARD_KILLS asks for more: a round is a restart of the host.
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("BOUNCEBOARD_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 6;

    private static readonly SinkStage[] Stages =
        [SinkStage.Counted, SinkStage.RcptTo, SinkStage.FinalDot, SinkStage.Data, SinkStage.MailFrom, SinkStage.Banner, SinkStage.Ehlo];

    [Fact]
    public async Task Sender_KilledAtEveryStage_SendsNobodyTwice()
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        var (book, random, clock) = (new Book(house, tenant), new Random(20261127), Stopwatch.StartNew());
        var (doubtful, reached) = (0L, new Dictionary<SinkStage, int>());
        await using var host = await house.HostAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var stage = Stages[round % Stages.Length];
            // A connection is greeted once: later mails have no banner.
            var place = stage is SinkStage.Banner or SinkStage.Ehlo || random.Next(2) == 0 ? 0 : random.Next(1, People);
            doubtful += await RoundAsync(house, host, book, tenant, stage, place, 1 + (round * People));
            reached[stage] = reached.GetValueOrDefault(stage) + 1;
        }
        output.WriteLine($"{engine}: {Rounds} kills in {clock.Elapsed.TotalSeconds:0} s, {doubtful} of {Rounds * People} in doubt; {string.Join(", ", reached.Select(pair => $"{pair.Key} {pair.Value}"))}.");
    }

    // The place is the mail at which the host is killed.
    private static async Task<long> RoundAsync(House house, RunningHost host, Book book, TenantId tenant, SinkStage stage, int place, int first)
    {
        var plan = new PlannedBatch { Stages = [People], MayLose = People, First = first };
        ScriptedSink? sink = null;
        var wasHeld = 0;
        using var made = sink = new ScriptedSink
        {
            ReplyTo = to =>
            {
                // Once: the restarted host may send this mail again, and must get through.
                if (place > 0 && to == plan.Recipient(place - 1) && Interlocked.Exchange(ref wasHeld, 1) == 0)
                {
                    // This mail comes to a halt at the stages behind RCPT, the next one at those before.
                    sink?.Hold(stage);
                }
                return null;
            },
        };
        if (place == 0)
        {
            made.Hold(stage);
        }
        var batch = await (plan with { Port = made.Port }).StoreAsync(house.Get<IServiceProvider>(), tenant, DateTimeOffset.UtcNow);
        // Every mail ends with a dot: only behind the hold is it the dot of the mail that is held.
        await Until(() => Task.FromResult((place == 0 || Volatile.Read(ref wasHeld) == 1) && IsHeld(made, stage, place)), $"the host comes to {stage} near mail {place}");
        await host.KillAsync(default);
        await book.GoneAsync();
        made.Release(stage);
        await EndClaimsAsync(house, book, tenant);
        await host.RestartAsync(default);
        var open = $"SELECT COUNT(*) FROM retry_attempt WHERE batch_id = {batch} AND state IN ('Planned', 'Claimed', 'HandingOver')";
        await Until(
            async () => await book.NumberAsync(open) == 0,
            () => $"the restarted host, killed at {stage} of mail {place}, sends the rest: {StandsAsync(house, tenant, batch).GetAwaiter().GetResult()}");

        Assert.All(made.Completed, mail => Assert.True(mail.Value == 1, $"{stage}, mail {place}: {mail.Key.To} was completed {mail.Value} times."));
        Assert.Equal(People, made.Completed.Count);
        var doubtful = await book.NumberAsync($"SELECT COUNT(*) FROM retry_attempt WHERE batch_id = {batch} AND state = 'InDoubt'");
        Assert.Equal(People - doubtful, await book.NumberAsync($"SELECT COUNT(*) FROM retry_attempt WHERE batch_id = {batch} AND state IN ('Submitted', 'Accepted')"));
        // The mail before the last may wait with its outcome for the commit of the next.
        Assert.InRange(doubtful, IsAfterDot(stage) ? 1 : 0, (IsAfterDot(stage) ? 1 : 0) + (place > 0 ? 1 : 0));
        return doubtful;
    }

    private static bool IsAfterDot(SinkStage stage) => stage is SinkStage.FinalDot or SinkStage.Counted;

    private static bool IsHeld(ScriptedSink sink, SinkStage stage, int place) => stage switch
    {
        SinkStage.Banner => sink.Connections > 0,
        SinkStage.Ehlo => Seen(sink, "EHLO") > 0,
        SinkStage.MailFrom => Seen(sink, "MAIL FROM") > place,
        SinkStage.RcptTo => Seen(sink, "RCPT TO") > place,
        SinkStage.Data => Seen(sink, "DATA") > Math.Max(0, place - 1),
        _ => sink.Reached(stage).IsCompleted && sink.Received.EndsWith("\r\n.\r\n", StringComparison.Ordinal),
    };

    private static int Seen(ScriptedSink sink, string command) => sink.Commands.Count(line => line.StartsWith(command, StringComparison.OrdinalIgnoreCase));

    // As if the minutes had passed for which a killed process holds what it was sending; where the queue is in its memory, its restart knows better.
    private static async Task EndClaimsAsync(House house, Book book, TenantId tenant)
    {
        if (house.Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await book.EndClaimsAsync();
            await house.Database.RunAsync($"UPDATE retry_attempt SET lease_until = 1 WHERE tenant_id = {tenant.Value} AND lease_until > 1");
            await house.Database.RunAsync("UPDATE retry_turn SET lease_until = 0");
        }
    }

    private static Task Until(Func<Task<bool>> holds, string what) => Until(holds, () => what);

    private static async Task<string> StandsAsync(House house, TenantId tenant, long batch)
    {
        var row = await house.Get<RetryBatchReader>().FindAsync(tenant, batch, CancellationToken.None);
        var tallies = await house.Get<RetryAttemptReader>().TalliesAsync(tenant, [batch], CancellationToken.None);
        return $"{row?.State}, due {row?.DueAt:T}, frozen {row?.FrozenAt:T}, {row?.EndReason}; {string.Join(", ", tallies.Select(tally => $"{tally.People} {tally.State}"))}";
    }

    private static async Task Until(Func<Task<bool>> holds, Func<string> what)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < Patience, $"It was waited in vain until {what()}.");
            await Task.Delay(20);
        }
        // What was read is acted on.
        await Task.Delay(60);
    }
}
