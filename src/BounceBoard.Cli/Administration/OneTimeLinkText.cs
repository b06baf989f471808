using System.CommandLine;

namespace BounceBoard.Cli.Administration;

/// <summary>Prints a one-time link: the path alone on stdout, for scripts; what to do with it on stderr.</summary>
internal static class OneTimeLinkText
{
    public static async Task<int> PrintAsync(InvocationConfiguration console, string token)
    {
        await console.Error.WriteLineAsync("Open this path of the dashboard within seven days to set the password; it works once:");
        await console.Output.WriteLineAsync($"/link/{token}");
        return 0;
    }
}
