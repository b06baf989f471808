using System.Diagnostics;

namespace BounceBoard.TestKit.Hosts;

/// <summary>Removes what a test leaves.</summary>
public static class TempFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Removes a folder with all that is in it; whoever is just ending may write one more file meanwhile.</summary>
    /// <exception cref="IOException">Something still writes after ten seconds.</exception>
    public static void Remove(string folder)
    {
        var clock = Stopwatch.StartNew();
        while (Directory.Exists(folder))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (clock.Elapsed < Patience)
            {
                Thread.Sleep(50);
            }
        }
    }
}
