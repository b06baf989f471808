using System.Diagnostics;
using System.Net;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

/// <summary>The host is killed at random moments while programs send to its API and files lie in a drop folder; its restart reads what was left.</summary>
public abstract class KilledHostTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int Rounds = 20;
    private const int Mails = 6;
    private const int Files = 2;

    [Fact]
    public async Task Host_KilledAtRandomMoments_LosesNothingAndCountsNothingTwice()
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        var token = await house.TokenAsync(tenant);
        var drop = Directory.CreateDirectory(Path.Combine(house.Folder, "drop")).FullName;
        House.Value(await house.Get<SourceAdministration>().AddDropFolderAsync(Actor.System, tenant, "drop", drop, default));
        var (book, random, clock) = (new Book(house, tenant), new Random(20261117), Stopwatch.StartNew());
        var acknowledged = 0;
        await using (var host = await house.HostAsync())
        {
            for (var round = 0; round < Rounds; round++)
            {
                Drop(drop, round);
                // The restart before has begun to sweep the folder and to read what was left.
                var first = new TaskCompletionSource();
                var sending = SendAsync(host.Address, token, round, first.TrySetResult);
                if (round % 2 == 1)
                {
                    // On a busy machine a fresh host may need longer for its first answer than any moment drawn below.
                    await Task.WhenAny(first.Task, sending);
                }
                await Task.Delay(TimeSpan.FromSeconds((round % 2 == 1 ? 0.1 : 1.2) * random.NextDouble()));
                await host.KillAsync(default);
                acknowledged += await sending;
                await book.AssertWholeAsync();
                await host.RestartAsync(default);
            }

            output.WriteLine($"{engine}: {Rounds} rounds in {clock.Elapsed.TotalSeconds:0} s, {acknowledged} of {Rounds * Mails} mails were acknowledged before the kill.");
            for (var round = 0; round < Rounds; round++)
            {
                Assert.Equal(Mails, await SendAsync(host.Address, token, round, () => false));
            }
            await book.EndClaimsAsync();
            await ReadAsync(book, tenant.Value, Rounds * (Mails + Files), drop);
        }

        await book.AssertAllAsync(Rounds * (Mails + Files), Rounds * (Mails + Files));
        Assert.InRange(acknowledged, 1, (Rounds * Mails) - 1);
    }

    // Old enough to be whole.
    private static void Drop(string folder, int round)
    {
        for (var i = Mails; i < Mails + Files; i++)
        {
            var file = Path.Combine(folder, $"{round}-{i}.eml");
            File.WriteAllBytes(file, Evidences.Mail(round, i));
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch.AddYears(50));
        }
    }

    private static async Task<int> SendAsync(Uri address, string token, int round, Func<bool> tellFirst)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var acknowledged = 0;
        for (var i = 0; i < Mails; i++)
        {
            try
            {
                using var answer = await http.PostAsync("api/v1/t/acme/evidence", new ByteArrayContent(Evidences.Mail(round, i)));
                acknowledged += answer.StatusCode == HttpStatusCode.OK ? 1 : 0;
                tellFirst();
            }
            catch (HttpRequestException)
            {
                // Killed: not acknowledged.
            }
        }
        return acknowledged;
    }

    private static async Task ReadAsync(Book book, long tenant, int items, string drop)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(150))
        {
            if (await book.NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant} AND state = 'Parsed'") == items
                && Directory.GetFiles(drop).Length == 0)
            {
                return;
            }
            await Task.Delay(200);
        }
        Assert.Fail("The restarted host did not read what was left.");
    }
}
