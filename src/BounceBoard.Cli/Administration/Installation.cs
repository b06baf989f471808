using System.CommandLine;
using System.Data.Common;
using BounceBoard.Operations;
using BounceBoard.Operations.Backups;
using BounceBoard.Operations.Evidence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary>Opens the installation a command works on: the same classes on the same data directory as the dashboard.</summary>
internal static class Installation
{
    /// <summary>Option of every command that needs the database.</summary>
    public static Option<string?> DataDirectory { get; } = new("--data-directory")
    {
        Description = "Folder of the database; else BounceBoard__DataDirectory, else BounceBoard:DataDirectory in appsettings.json here, else ./data.",
        Recursive = true,
    };

    /// <summary>Runs a command on the installation.</summary>
    /// <param name="mayBeNew">True when the command may make the database.</param>
    /// <returns>What <paramref name="work"/> returns; 1 with a text on stderr when the installation cannot be opened.</returns>
    public static async Task<int> RunAsync(ParseResult parsed, bool mayBeNew, Func<IServiceProvider, Task<int>> work)
    {
        var error = parsed.InvocationConfiguration.Error;
        await using var services = Services(parsed.GetValue(DataDirectory));
        var folder = services.GetRequiredService<DataFolder>();
        if (!mayBeNew && !folder.HasDatabase)
        {
            await error.WriteLineAsync($"There is no database in {folder.Path}. Name its folder with --data-directory.");
            return 1;
        }
        try
        {
            services.GetRequiredService<IntakeHold>().Tell(error.WriteLine);
            return await work(services);
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException or DbException)
        {
            await error.WriteLineAsync($"The installation in {folder.Name} could not be used: {failure.Message}");
            return 1;
        }
    }

    private static ServiceProvider Services(string? dataDirectory)
    {
        var builder = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables();
        if (dataDirectory is not null)
        {
            builder.AddInMemoryCollection([new("BounceBoard:DataDirectory", dataDirectory)]);
        }
        return new ServiceCollection().AddOperations(builder.Build()).BuildServiceProvider();
    }
}
