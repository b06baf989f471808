using System.Diagnostics;
using BounceBoard.Browser.Tests.Hosts;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>What is deployed: published, started from another folder, it serves its assets with their content.</summary>
public sealed class PublishedHostTests
{
    [Fact]
    public async Task Published_StartedElsewhere_ServesSheetsWithContent()
    {
        var folder = Directory.CreateTempSubdirectory("bounceboard-published-");
        try
        {
            await PublishAsync(folder.FullName);
            await using var host = await RunningHost.StartAsync(Path.Combine(folder.FullName, "BounceBoard.Web.dll"), new Dictionary<string, string>(), CancellationToken.None);
            using var http = new HttpClient { BaseAddress = host.Address };
            foreach (var sheet in await Sheets.OfAsync(http))
            {
                Assert.True((await http.GetByteArrayAsync(sheet)).Length > 100, $"{sheet} is empty");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PublishAsync(string folder)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var project = Path.Combine(Repository.Root, "src", "BounceBoard.Web");
        using var publish = Process.Start("dotnet", ["publish", project, "--no-build", "-c", configuration, "-o", folder, "-v", "quiet"]);
        await publish.WaitForExitAsync();
        Assert.Equal(0, publish.ExitCode);
    }
}
