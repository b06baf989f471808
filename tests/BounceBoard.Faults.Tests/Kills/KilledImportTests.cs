using System.Diagnostics;
using System.Globalization;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Faults.Tests.Kills;

/// <summary>
/// The command line is killed at random moments while it imports: what was acknowledged is there, once; what was not comes again and folds.
/// The host's rounds stand in <see cref="KilledHostTests"/>; both together are sixty for each engine, or as many as are asked for.
/// </summary>
public abstract class KilledImportTests(StorageProvider engine, ITestOutputHelper output)
{
    private const int Mails = 12;
    private const int Lines = 8;

    // BOUNCEBOARD_KILLS asks for more: half of all waiting in the test run is for these.
    private static readonly int Rounds =
        int.TryParse(Environment.GetEnvironmentVariable("BOUNCEBOARD_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 40;

    [Fact]
    public async Task Import_KilledAtRandomMoments_LosesNothingAndCountsNothingTwice()
    {
        await using var house = House.New(engine);
        var tenant = await house.TenantAsync();
        var (book, inputs) = (new Book(house, tenant), Path.Combine(house.Folder, "inputs"));
        // The first is not killed: it tells how long one takes here and now.
        var (length, killed, clock) = (await TimeAsync(house, Evidences.Write(inputs, 0, Mails, Lines)), 0, Stopwatch.StartNew());
        var random = new Random(20261116);
        for (var round = 1; round <= Rounds; round++)
        {
            var began = Stopwatch.StartNew();
            await using var child = house.Import(Evidences.Write(inputs, round, Mails, Lines));
            // From the moment the database is opened to a little after the end.
            if (await child.KillAfterAsync(length * (0.4 + (0.65 * random.NextDouble())), default))
            {
                killed++;
            }
            else
            {
                length = began.Elapsed;
            }
            await book.AssertWholeAsync();
        }

        output.WriteLine($"{engine}: {killed} of {Rounds} rounds killed, {clock.Elapsed.TotalSeconds:0} s, one import {length.TotalSeconds:0.0} s.");
        await book.EndClaimsAsync();
        await using var last = house.Import(inputs);
        Assert.True(await last.EndAsync(default) == 0, $"{last.Output}\n{last.Errors}");
        Assert.StartsWith($"{(Rounds + 1) * (Mails + 1)} received = ", last.Output, StringComparison.Ordinal);
        await book.AssertAllAsync((Rounds + 1) * (Mails + 1), (Rounds + 1) * (Mails + Lines));
        Assert.True(killed > Rounds / 2, $"Only {killed} of {Rounds} rounds were killed before their end.");
    }

    private static async Task<TimeSpan> TimeAsync(House house, string folder)
    {
        var clock = Stopwatch.StartNew();
        await using var child = house.Import(folder);
        Assert.True(await child.EndAsync(default) == 0, child.Errors);
        return clock.Elapsed;
    }
}
