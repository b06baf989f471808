using Microsoft.Extensions.Configuration;

namespace BounceBoard.Cli.Inputs;

/// <summary>Settings of a command that needs no installation: <c>appsettings.json</c> of the current folder, then the environment.</summary>
internal static class SettingsFile
{
    public static IConfiguration Read() =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true).AddEnvironmentVariables().Build();
}
