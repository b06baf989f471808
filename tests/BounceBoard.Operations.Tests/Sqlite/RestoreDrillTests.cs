using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.Backups;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Installations;
using BounceBoard.TestKit.Retries;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Sqlite;

/// <summary>A backup that is started on must never send what the original may have sent since.</summary>
public sealed class RestoreDrillTests : IAsyncDisposable
{
    private readonly TestInstallation _house = new();

    [Fact]
    public async Task Backup_StartedAsDataDirectory_FreezesItsBatchesAndTheOriginalGoesOn()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.Get<SendingIdentity>().EnsureAsync(default);
        var batch = await new PlannedBatch { Port = 9 }.StoreAsync(_house.Get<IServiceProvider>(), tenant, _house.Time.GetUtcNow());
        var target = Path.Combine(_house.Folder, "backup");
        Value(await _house.Get<Backup>().ToAsync(Actor.Cli, target, default));

        Assert.False(File.Exists(Path.Combine(target, "sending.identity")));
        Assert.Equal(0, await _house.Get<SendingIdentity>().EnsureAsync(default));
        await using var restored = Start(target);
        Assert.Equal(1, await restored.GetRequiredService<SendingIdentity>().EnsureAsync(default));
        Assert.Equal(0, await restored.GetRequiredService<SendingIdentity>().EnsureAsync(default));

        var copy = await restored.GetRequiredService<RetryBatchReader>().FindAsync(tenant, batch, default);
        Assert.NotNull(copy!.FrozenAt);
        Assert.Equal(
            RetryBatchState.AwaitingApproval, Value(await restored.GetRequiredService<FrozenBatches>().ConfirmAsync(Actor.Cli, tenant, batch, "nothing was sent", default)));
        Assert.Null((await _house.Get<RetryBatchReader>().FindAsync(tenant, batch, default))!.FrozenAt);
    }

    [Fact]
    public async Task Backup_PutBackIntoTheSameFolder_Freezes()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.Get<SendingIdentity>().EnsureAsync(default);
        await new PlannedBatch { Port = 9 }.StoreAsync(_house.Get<IServiceProvider>(), tenant, _house.Time.GetUtcNow());
        var target = Path.Combine(_house.Folder, "backup");
        Value(await _house.Get<Backup>().ToAsync(Actor.Cli, target, default));
        // The file beside the old database is still there and has the right name.
        File.Copy(Path.Combine(_house.DataDirectory, "sending.identity"), Path.Combine(target, "sending.identity"));

        await using var restored = Start(target);

        Assert.Equal(1, await restored.GetRequiredService<SendingIdentity>().EnsureAsync(default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static ServiceProvider Start(string folder) => new ServiceCollection()
        .AddOperations(new ConfigurationBuilder().AddInMemoryCollection([new($"{StorageOptions.Section}:DataDirectory", folder)]).Build()).BuildServiceProvider();
}
