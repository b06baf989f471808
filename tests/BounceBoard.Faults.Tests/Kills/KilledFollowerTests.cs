using System.Diagnostics;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

/// <summary>The host is killed at random moments while a log grows, is renamed, compressed and copied: its restarts file every line once.</summary>
public abstract class KilledFollowerTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int Lines = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Follower_KilledAtRandomMoments_FilesEveryLineOnce()
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        var log = Path.Combine(Directory.CreateDirectory(Path.Combine(house.Folder, "logs")).FullName, "mail.log");
        House.Value(await house.Get<LogFileAdministration>().AddAsync(Actor.System, tenant, "log", log, fromBeginning: true, isShared: false, default));
        var (book, random, clock) = (new Book(house, tenant), new Random(20261118), Stopwatch.StartNew());
        await using (var host = await house.HostAsync())
        {
            for (var round = 0; round < Rounds; round++)
            {
                var writing = WriteAsync(log, round);
                // A look comes every two seconds; what is taken is mostly a moment's work.
                await Task.Delay(TimeSpan.FromSeconds(0.5 + (2.5 * random.NextDouble())));
                await host.KillAsync(default);
                await writing;
                await book.AssertWholeAsync();
                await book.EndClaimsAsync();
                if (round % 4 == 3)
                {
                    Rotate(log, round);
                }
                await host.RestartAsync(default);
            }
            output.WriteLine($"{engine}: {Rounds} rounds in {clock.Elapsed.TotalSeconds:0} s.");
            await book.EndClaimsAsync();
            await ReadAsync(book, tenant.Value);
        }

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

    // In two halves, so that a kill may fall between a message's sender and its refusal.
    private static async Task WriteAsync(string log, int round)
    {
        var bytes = Evidences.Log(round, 0, Lines);
        var half = bytes.Length / 2;
        foreach (var part in new[] { bytes[..half], bytes[half..] })
        {
            await using (var file = new FileStream(log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
            {
                await file.WriteAsync(part);
            }
            await Task.Delay(300);
        }
    }

    private static void Rotate(string log, int round)
    {
        File.Move(log, $"{log}-{20260000 + round}");
        if (round % 8 == 3)
        {
            using (var source = File.OpenRead($"{log}-{20260000 + round}"))
            using (var target = new System.IO.Compression.GZipStream(File.Create($"{log}-{20260000 + round}.gz"), System.IO.Compression.CompressionLevel.Fastest))
            {
                source.CopyTo(target);
            }
            File.SetLastWriteTimeUtc($"{log}-{20260000 + round}.gz", File.GetLastWriteTimeUtc($"{log}-{20260000 + round}"));
            File.Delete($"{log}-{20260000 + round}");
        }
    }

    private static async Task ReadAsync(Book book, long tenant)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            if (await book.NumberAsync($"SELECT COUNT(*) FROM refusal WHERE tenant_id = {tenant}") >= Rounds * Lines
                && await book.NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant} AND state = 'Received'") == 0)
            {
                return;
            }
            await Task.Delay(200);
        }
        Assert.Fail("The restarted host did not file what was left.");
    }
}
