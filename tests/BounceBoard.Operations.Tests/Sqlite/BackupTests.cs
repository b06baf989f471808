using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Backups;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Installations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Sqlite;

public sealed class BackupTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    private string Target => Path.Combine(_house.Folder, "backup");

    [Fact]
    public async Task ToAsync_ThenOpenedAsDataDirectory_HoldsDataAndKeys()
    {
        await _house.TenantAsync("acme");
        var secret = _house.Get<IDataProtectionProvider>().CreateProtector("test").Protect("secret");
        Value(await _house.Get<Backup>().ToAsync(Actor.Cli, Target, default));
        await _house.TenantAsync("later");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("BounceBoard:DataDirectory", Target)]).Build();
        await using var restored = new ServiceCollection().AddOperations(configuration).BuildServiceProvider();
        var tenants = await restored.GetRequiredService<TenantReader>().ListAsync(default);
        Assert.Equal("acme", Assert.Single(tenants).Slug);
        Assert.Equal("secret", restored.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(secret));
        Assert.Equal("backup", (await _house.AuditAsync(TenantId.Installation)).First(line => line.Action == "backup").Action);
    }

    [Fact]
    public async Task ToAsync_Rights_OnlyTheAccountItself()
    {
        if (OperatingSystem.IsWindows())
        {
            // Rights are inherited there.
            return;
        }
        await _house.TenantAsync("acme");
        _house.Get<IDataProtectionProvider>().CreateProtector("test").Protect("secret");
        Value(await _house.Get<Backup>().ToAsync(Actor.Cli, Target, default));
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (var path in Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Append(Target).Append(new StorageOptions { DataDirectory = _house.DataDirectory }.DatabaseFile))
        {
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(path) & Others);
        }
    }

    [Fact]
    public async Task ToAsync_FolderExists_RefusedAndUntouched()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "mine"), "x");
        Assert.NotNull((await _house.Get<Backup>().ToAsync(Actor.Cli, Target, default)).Problem);
        Assert.Single(Directory.EnumerateFiles(Target));
    }

    [Fact]
    public async Task ToAsync_NotAnOwner_Refused()
    {
        var technician = await _house.PersonAsync("tech", InstallationRole.Technician);
        Assert.NotNull((await _house.Get<Backup>().ToAsync(technician, Target, default)).Problem);
        Assert.False(Directory.Exists(Target));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();
}
