using System.Text;
using BounceBoard.TestKit.Installations;

namespace BounceBoard.Operations.Tests;

/// <summary>Looks into the bytes of the data directory: database, write-ahead log, keys.</summary>
internal static class DataFiles
{
    public static bool Contain(TestInstallation house, string text) =>
        Directory.EnumerateFiles(house.DataDirectory, "*", SearchOption.AllDirectories).Any(file => Contains(file, text));

    private static bool Contains(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }
}
