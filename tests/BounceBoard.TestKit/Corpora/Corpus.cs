using System.Text.Json;

namespace BounceBoard.TestKit.Corpora;

/// <summary>Collected test data that stands outside this repository; the tests over it are skipped where it is not.</summary>
public static class Corpus
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Checkout(), "..", "shared", "corpora");

    /// <summary>Why a test that needs the table is skipped.</summary>
    public const string Absent = "The collected test data is not here; set BOUNCEBOARD_CORPORA to its folder.";

    /// <summary>Reads a table, or gives null where it is not.</summary>
    public static JsonElement? Json(params string[] path)
    {
        var file = Path.Combine([Folder, .. path]);
        return File.Exists(file) ? JsonDocument.Parse(File.ReadAllBytes(file)).RootElement : null;
    }

    /// <summary>Reads a file as it is, or gives null where it is not.</summary>
    public static byte[]? Bytes(params string[] path)
    {
        var file = Path.Combine([Folder, .. path]);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
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
