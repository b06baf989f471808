using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.Sources;

/// <summary>Files are moved only when their bytes are committed, and never deleted.</summary>
public sealed class DropFolderSweepTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 2, 11, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("bounceboard-drop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sweep_PlainFolder_MovesWhatIsStableToImported()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.AddTenantAsync("drops", _folder);
        Put(house, "a.eml", new SampleDsn().ToBytes(), secondsAgo: 60);
        Put(house, "growing.log", "May 16"u8.ToArray(), secondsAgo: 1);
        Put(house, ".hidden", "x"u8.ToArray(), secondsAgo: 60);

        Assert.Equal(1, await house.Get<DropFolderSweep>().SweepAsync(default));

        Assert.Equal(["a.eml"], Names(Path.Combine(_folder, "imported")));
        Assert.Equal([".hidden", "growing.log"], Names(_folder));
    }

    [Fact]
    public async Task Sweep_Maildir_MovesToCurWithItsFlag_AndDoesNotVouchForMail()
    {
        await using var house = await IntakeHouse.OpenAsync();
        foreach (var part in new[] { "new", "cur", "tmp" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, part));
        }

        var (tenant, _) = await house.AddTenantAsync("drops", _folder);
        Put(house, "new/1778914931.M1P2.host", new SampleDsn().ToBytes(), secondsAgo: 0);
        Put(house, "tmp/unfinished", "x"u8.ToArray(), secondsAgo: 60);

        Assert.Equal(1, await house.Get<DropFolderSweep>().SweepAsync(default));

        Assert.Equal(["1778914931.M1P2.host:2,S"], Names(Path.Combine(_folder, "cur")));
        Assert.Equal(["unfinished"], Names(Path.Combine(_folder, "tmp")));
        var incident = Assert.Single(await house.Incidents.ListAsync(tenant, IncidentFilter.All, default));
        Assert.False(Assert.Single(await house.Refusals.ListByIncidentAsync(tenant, incident.Id, 10, null, default)).Verified);
    }

    [Fact]
    public async Task Sweep_ALogInAPlainFolder_IsTheTenantsOwn()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (tenant, _) = await house.AddTenantAsync("drops", _folder);
        Put(house, "mail.log", new SampleLog().Refused(At, "user@example.test").ToBytes(), secondsAgo: 60);

        await house.Get<DropFolderSweep>().SweepAsync(default);

        var incident = Assert.Single(await house.Incidents.ListAsync(tenant, IncidentFilter.All, default));
        Assert.True(Assert.Single(await house.Refusals.ListByIncidentAsync(tenant, incident.Id, 10, null, default)).Verified);
    }

    [Fact]
    public async Task Sweep_ALink_IsNotFollowed()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var (tenant, _) = await house.AddTenantAsync("drops", _folder);
        File.CreateSymbolicLink(Path.Combine(_folder, "link.eml"), typeof(DropFolderSweepTests).Assembly.Location);

        Assert.Equal(0, await house.Get<DropFolderSweep>().SweepAsync(default));
        Assert.Equal(0, (await house.Evidence.CountsAsync(tenant, default)).Received);
    }

    [Fact]
    public async Task Sweep_WhileAnotherNodeHasItsTurn_LeavesTheFolderAlone()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.AddTenantAsync("drops", _folder);
        Put(house, "a.eml", new SampleDsn().ToBytes(), secondsAgo: 60);
        var until = house.Time.GetUtcNow().AddMinutes(5).ToUnixTimeMilliseconds();
        await house.Database.RunAsync($"UPDATE source SET lease_until = {until}");

        Assert.Equal(0, await house.Get<DropFolderSweep>().SweepAsync(default));
        Assert.Equal(["a.eml"], Names(_folder));

        house.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await house.Get<DropFolderSweep>().SweepAsync(default));
        // Its own turn has ended with the sweep.
        Put(house, "b.eml", new SampleDsn { MessageId = "b@sender.test" }.ToBytes(), secondsAgo: 60);
        Assert.Equal(1, await house.Get<DropFolderSweep>().SweepAsync(default));
    }

    [Fact]
    public async Task Sweep_FolderOfAnotherMachine_TakesNoTurn()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.AddTenantAsync("drops", Path.Combine(_folder, "elsewhere"));

        Assert.Equal(0, await house.Get<DropFolderSweep>().SweepAsync(default));

        Directory.CreateDirectory(Path.Combine(_folder, "elsewhere"));
        Put(house, "elsewhere/a.eml", new SampleDsn().ToBytes(), secondsAgo: 60);
        Assert.Equal(1, await house.Get<DropFolderSweep>().SweepAsync(default));
    }

    private static void Put(string path, IntakeHouse house, byte[] bytes, int secondsAgo)
    {
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, house.Time.GetUtcNow().UtcDateTime.AddSeconds(-secondsAgo));
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private void Put(IntakeHouse house, string name, byte[] bytes, int secondsAgo) => Put(Path.Combine(_folder, name), house, bytes, secondsAgo);
}
