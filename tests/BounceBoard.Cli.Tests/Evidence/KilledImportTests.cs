using System.Diagnostics;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Cli.Tests.Evidence;

/// <summary>The process is killed at random moments while it imports; what was acknowledged is there, once, and what was not comes again and folds.</summary>
public sealed class KilledImportTests
{
    private const int Mails = 300;
    private const int Rounds = 20;

    [Fact]
    public async Task Import_KilledAtRandomMoments_LosesNothingAndCountsNothingTwice()
    {
        await using var installation = new TestInstallation();
        var tenant = await installation.TenantAsync("acme");
        var folder = Path.Combine(installation.Folder, "mails");
        Write(folder);
        var random = new Random(20260516);

        for (var round = 0; round < Rounds; round++)
        {
            using var child = Start(installation.DataDirectory, folder);
            // Start-up takes most of a second: the moments lie over all of it and the work after it.
            if (!child.WaitForExit(random.Next(200, 2500)))
            {
                child.Kill();
            }

            await child.WaitForExitAsync();
        }

        using (var last = Start(installation.DataDirectory, folder))
        {
            var summary = await last.StandardOutput.ReadToEndAsync();
            var problems = await last.StandardError.ReadToEndAsync();
            await last.WaitForExitAsync();
            Assert.True(summary.StartsWith($"{Mails} received = ", StringComparison.Ordinal), $"{summary}{problems}");
            Assert.Equal(0, last.ExitCode);
        }

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

    private static Process Start(string dataDirectory, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "bounceboard.dll"), "import", "--data-directory", dataDirectory, "--tenant", "acme",
                "--source", DefaultSources.Cli, folder,
            },
            // A port where nobody answers: the test is about the disk.
            Environment =
            {
                ["Dns__UsePublic"] = "false", ["Dns__UseSystem"] = "false", ["Dns__UseAuthoritative"] = "false",
                ["Dns__Resolvers__0__Name"] = "nobody", ["Dns__Resolvers__0__Address"] = "127.0.0.1", ["Dns__Resolvers__0__Port"] = "9",
                ["Dns__Timeout"] = "00:00:00.2", ["Dns__Retries"] = "0",
            },
        };
        return Process.Start(start) ?? throw new InvalidOperationException("The command line could not be started.");
    }
}
