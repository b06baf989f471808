using System.Diagnostics;
using System.Globalization;
using System.Text;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.Faults.Tests.Kills;

/// <summary>The host is killed while it looks at a log, files its lines and reads them; the log grows, is renamed and compressed. Restarts file every line once.</summary>
public abstract class KilledFollowerTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int Lines = 10;
    private const int Rounds = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>What is seen of the host when it is killed; a machine may be too busy to see it before the lines are read.</summary>
    private static readonly CompositeFormat[] Moments =
    [
        CompositeFormat.Parse("SELECT COUNT(*) FROM source WHERE lease_until > 0"),
        CompositeFormat.Parse("SELECT COUNT(*) FROM evidence WHERE state = 'Received'"),
        CompositeFormat.Parse("SELECT COUNT(*) FROM evidence WHERE state = 'Received' AND lease_until > 0"),
        CompositeFormat.Parse("SELECT COUNT(*) FROM refusal WHERE recipient LIKE 'p{0}-%'"),
    ];

    [Fact]
    public async Task Follower_KilledAtWork_FilesEveryLineOnce()
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        var log = new GrowingLog(Path.Combine(Directory.CreateDirectory(Path.Combine(house.Folder, "logs")).FullName, "mail.log"));
        House.Value(await house.Get<LogFileAdministration>().AddAsync(Actor.System, tenant, "log", log.Path, fromBeginning: true, isShared: false, default));
        var (book, random, clock) = (new Book(house, tenant), new Random(20261118), Stopwatch.StartNew());
        await using (var host = await house.HostAsync())
        {
            for (var round = 0; round < Rounds; round++)
            {
                if (round == 4)
                {
                    // While the host looks on; the other rotations come while it is down.
                    log.Rotate(isCompressed: false);
                }
                var writing = log.WriteAsync(round, Lines);
                await SeeAsync(book, Moments[round % Moments.Length], round);
                await Task.Delay(random.Next(40));
                await KillAsync(host, book, writing);
                if (round is 1 or 5 or 7)
                {
                    log.Rotate(isCompressed: round > 1);
                }
                await host.RestartAsync(default);
                if (round % 2 == 1)
                {
                    // What was being read at three kills is set aside: no line is in work at more than two.
                    await ReadAsync(book, (round + 1) * Lines);
                }
            }
        }
        output.WriteLine($"{engine}: {Rounds} kills in {clock.Elapsed.TotalSeconds:0} s, {await book.NumberAsync("SELECT COUNT(*) FROM evidence WHERE attempts > 1")} pieces were being read.");
        await AssertAllAsync(book);
    }

    private static async Task KillAsync(RunningHost host, Book book, Task writing)
    {
        await host.KillAsync(default);
        await writing;
        await book.GoneAsync();
        await book.AssertWholeAsync();
        await book.EndClaimsAsync();
    }

    private static async Task SeeAsync(Book book, CompositeFormat moment, int round)
    {
        var clock = Stopwatch.StartNew();
        while (await book.NumberAsync(string.Format(CultureInfo.InvariantCulture, moment, round)) == 0
            && await book.NumberAsync(string.Format(CultureInfo.InvariantCulture, Moments[^1], round)) == 0)
        {
            Assert.True(clock.Elapsed < Patience, $"Nothing of batch {round} was seen. {await StateAsync(book)}");
            await Task.Delay(5);
        }
    }

    private static async Task ReadAsync(Book book, int refusals)
    {
        var clock = Stopwatch.StartNew();
        while (await book.NumberAsync("SELECT COUNT(*) FROM refusal") < refusals || await book.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state = 'Received'") > 0)
        {
            Assert.True(clock.Elapsed < Patience, $"The restarted host did not file what was left of {refusals}. {await StateAsync(book)}");
            await Task.Delay(50);
        }
    }

    private static async Task AssertAllAsync(Book book)
    {
        await book.AssertWholeAsync();
        foreach (var (what, sql) in new[]
        {
            ("refusals", "SELECT COUNT(*) FROM refusal"), ("people", "SELECT COUNT(DISTINCT recipient_key) FROM refusal"),
            ("counted", "SELECT COALESCE(SUM(messages), 0) FROM delivery_hour"), ("senders", "SELECT COUNT(*) FROM refusal WHERE sender = 'news@sender.test'"),
        })
        {
            Assert.Equal((what, Rounds * Lines), (what, (int)await book.NumberAsync(sql)));
        }
        Assert.Equal(0, await book.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state <> 'Parsed'"));
        Assert.Equal(0, await book.NumberAsync("SELECT COUNT(*) FROM followed_log WHERE loss IS NOT NULL"));
    }

    private static async Task<string> StateAsync(Book book) =>
        $"Refusals: {await book.NumberAsync("SELECT COUNT(*) FROM refusal")}, waiting pieces: {await book.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state = 'Received'")}, "
        + $"set aside: {await book.NumberAsync("SELECT COUNT(*) FROM evidence WHERE state = 'Quarantined'")}, files: {await book.NumberAsync("SELECT COALESCE(MAX(number), 0) FROM log_generation")}, "
        + $"problem: {await book.NumberAsync("SELECT COUNT(*) FROM followed_log WHERE problem IS NOT NULL")}.";
}
