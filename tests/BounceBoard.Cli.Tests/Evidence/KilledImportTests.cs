using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Cli.Tests.Evidence;

/// <summary>The process is killed at random moments while it imports; what was acknowledged is there, once, and what was not comes again and folds.</summary>
public sealed class KilledImportTests
{
    private const int Mails = 300;
    private const int Rounds = 20;

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Import_KilledAtRandomMoments_LosesNothingAndCountsNothingTwice(StorageProvider engine)
    {
        await using var installation = new TestInstallation(engine);
        var tenant = await installation.TenantAsync("acme");
        var folder = Path.Combine(installation.Folder, "mails");
        Write(folder);
        var random = new Random(20260516);

        for (var round = 0; round < Rounds; round++)
        {
            await using var child = Start(installation, folder);
            // Start-up takes most of a second: the moments lie over all of it and the work after it.
            await child.KillAfterAsync(TimeSpan.FromMilliseconds(random.Next(200, 2500)), default);
        }

        await using (var last = Start(installation, folder))
        {
            var exit = await last.EndAsync(default);
            Assert.True(last.Output.StartsWith($"{Mails} received = ", StringComparison.Ordinal), $"{last.Output}{last.Errors}");
            Assert.Equal(0, exit);
        }

        // What a killed run held is its own for five minutes more.
        installation.Time.SetUtcNow(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(10));
        await installation.Get<EvidenceParsing>().ParseDueAsync(default);
        await AssertOnceAsync(installation, tenant);
    }

    private static async Task AssertOnceAsync(TestInstallation installation, TenantId tenant)
    {
        var counts = await installation.Get<EvidenceReader>().CountsAsync(tenant, default);
        Assert.Equal(counts.Received, counts.Stored + counts.Duplicates + counts.Quarantined);
        Assert.Equal((Mails, 0, 0), (counts.Stored, counts.Quarantined, counts.Waiting));
        var incident = Assert.Single(await installation.Get<IncidentReader>().ListAsync(tenant, IncidentFilter.All, default));
        Assert.Equal((Mails, Mails), (incident.Refusals, incident.People));
        Assert.NotNull(incident.Verdict);
        var people = await installation.Get<IncidentPersonReader>().ListAsync(tenant, incident.Id, Mails + 1, null, default);
        Assert.Equal(Mails, people.Count);
        Assert.All(people, person => Assert.Equal(1, person.Refusals));
    }

    private static void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Mails; i++)
        {
            var mail = new SampleDsn { Recipient = $"p{i}@example.test", MessageId = $"m{i}@sender.test" };
            File.WriteAllBytes(Path.Combine(folder, $"{i:0000}.eml"), mail.ToBytes());
        }
    }

    private static ChildProcess Start(TestInstallation installation, string folder) => ChildProcess.Start(
        ChildProcess.BuiltCommandLine,
        ["import", "--data-directory", installation.DataDirectory, "--tenant", "acme", "--source", DefaultSources.Cli, folder],
        installation.Folder,
        installation.Settings);
}
