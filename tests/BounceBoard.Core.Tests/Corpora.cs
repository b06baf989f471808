using System.Text.Json;
using Xunit;

namespace BounceBoard.Core.Tests;

/// <summary>Collected test data that stands outside this repository; without it the tests over it are skipped.</summary>
internal static class Corpora
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Checkout(), "..", "shared", "corpora");

    /// <summary>Reads a table, or skips the test with the reason.</summary>
    public static JsonElement Json(params string[] path)
    {
        var file = Path.Combine([Folder, .. path]);
        Assert.SkipUnless(File.Exists(file), $"{string.Join('/', path)} is not here; set BOUNCEBOARD_CORPORA to the folder that holds {path[0]}/.");
        return JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BounceBoard.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
