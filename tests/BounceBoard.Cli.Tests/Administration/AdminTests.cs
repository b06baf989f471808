using BounceBoard.Core.Tenants;
using BounceBoard.TestKit.Installations;
using Xunit;

namespace BounceBoard.Cli.Tests.Administration;

/// <summary>The real program on a real data directory.</summary>
public sealed class AdminTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    [Fact]
    public async Task Owner_WithPasswordAndWithout_AddedOnceAndLinkPrinted()
    {
        Assert.Equal(0, (await RunAsync(TestInstallation.Password, "owner", "--email", "a@example.net", "--name", "A", "--password-stdin")).Exit);
        var invited = await RunAsync("", "owner", "--email", "b@example.net", "--name", "B");
        Assert.StartsWith("/link/", invited.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("", "owner", "--email", "B@example.net", "--name", "B")).Exit);
        Assert.Equal(1, (await RunAsync("short", "owner", "--email", "c@example.net", "--name", "C", "--password-stdin")).Exit);
        Assert.StartsWith("/link/", (await RunAsync("", "reset-password", "--email", "A@example.net")).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("", "reset-password", "--email", "c@example.net")).Exit);
    }

    [Fact]
    public async Task VerifyAudit_ChangedLine_SaysTenantAndLineAndExitsWithOne()
    {
        await _house.TenantAsync("acme");
        Assert.Equal(0, (await RunAsync("", "verify-audit")).Exit);
        await using (var connection = await _house.Database.OpenAsync(default))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER audit_is_never_updated; UPDATE audit SET actor = 'nobody' WHERE tenant_id <> 0";
            await command.ExecuteNonQueryAsync();
        }
        var broken = await RunAsync("", "verify-audit");
        Assert.Equal(1, broken.Exit);
        Assert.Contains("BROKEN acme at line 1", broken.Output, StringComparison.Ordinal);
        Assert.Contains("ok installation", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_Twice_SecondIsRefused()
    {
        await _house.PersonAsync("owner", InstallationRole.Owner);
        var target = Path.Combine(_house.Folder, "backup");
        Assert.Equal(0, (await RunAsync("", "backup", target)).Exit);
        Assert.True(File.Exists(Path.Combine(target, "bounceboard.db")));
        Assert.Equal(1, (await RunAsync("", "backup", target)).Exit);
    }

    [Fact]
    public async Task VerifyAudit_NoDatabase_SaysSoAndMakesNone()
    {
        var refused = await RunAsync("", "verify-audit");
        Assert.Equal(1, refused.Exit);
        Assert.Contains("no database", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_house.DataDirectory));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private Task<CommandRun> RunAsync(string input, params string[] arguments) =>
        CommandRun.WithInputAsync(input, ["admin", .. arguments, "--data-directory", _house.DataDirectory]);
}
