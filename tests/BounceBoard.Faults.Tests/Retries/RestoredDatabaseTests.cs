using System.Diagnostics;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Postgres;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;

namespace BounceBoard.Faults.Tests.Retries;

/// <summary>
/// A dump of PostgreSQL is made while an approved batch waits; then the house sends it. Whoever starts on the dump afterwards, wherever it was put back, sends
/// nothing of it: an owner is asked first.
/// </summary>
[Collection<Serial>]
public sealed class RestoredDatabaseTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int People = 6;
    private const string Name = "house";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private PostgresServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Missing is { } missing)
        {
            Assert.Skip(missing);
        }
        _server = await PostgresServer.StartNewAsync(new PostgresSettings(), default);
        await using var admin = Npgsql.NpgsqlDataSource.Create(_server.ConnectionString("postgres"));
        await using var create = admin.CreateCommand($"CREATE DATABASE {Name}");
        await create.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Dump_PutBackOverTheDatabaseThatSent_SendsNothingUntilAnOwnerConfirms()
    {
        using var sink = new ScriptedSink();
        var (tenant, batch, dump) = await SentAsync(sink);
        using (dump)
        {
            await dump.RestoreOverAsync(_server, Name, default);
            await AssertFrozenAsync(_server, sink, tenant, batch);
        }
    }

    [Fact]
    public async Task Dump_PutBackUnderAnotherName_SendsNothingUntilAnOwnerConfirms()
    {
        using var sink = new ScriptedSink();
        var (tenant, batch, dump) = await SentAsync(sink);
        using (dump)
        {
            await dump.RestoreAsNewAsync(_server, "copy", default);
            await AssertFrozenAsync(_server, sink, tenant, batch, "copy");
        }
    }

    [Fact]
    public async Task Dump_PutBackOnAnotherServer_SendsNothingUntilAnOwnerConfirms()
    {
        using var sink = new ScriptedSink();
        var (tenant, batch, dump) = await SentAsync(sink);
        using (dump)
        {
            await using var second = await PostgresServer.StartNewAsync(new PostgresSettings(), default);
            await dump.RestoreAsNewAsync(second, Name, default);
            await AssertFrozenAsync(second, sink, tenant, batch);
        }
    }

    // The dump knows an approved batch of which nothing was sent; the house then sends all of it.
    private async Task<(TenantId Tenant, long Batch, PostgresDump Dump)> SentAsync(ScriptedSink sink)
    {
        await using var house = House.On(_server, Name);
        var tenant = await house.TenantAsync();
        var batch = await new PlannedBatch { Port = sink.Port, Stages = [People], MayLose = People }.StoreAsync(house.Get<IServiceProvider>(), tenant, DateTimeOffset.UtcNow);
        var dump = await PostgresDump.OfAsync(_server, Name, default);
        await using (var host = await house.HostAsync())
        {
            await UntilAsync(() => Task.FromResult(sink.Mails.Count == People), "the house sends the batch");
        }
        return (tenant, batch, dump);
    }

    private async Task AssertFrozenAsync(PostgresServer server, ScriptedSink sink, TenantId tenant, long batch, string database = Name)
    {
        await using var house = House.On(server, database);
        await using var host = await house.HostAsync();
        var clock = Stopwatch.StartNew();
        await UntilAsync(async () => (await BatchAsync(house, tenant, batch)).FrozenAt is not null, "the host that starts on the dump freezes the batch");
        output.WriteLine($"Frozen {clock.ElapsedMilliseconds} ms after the start.");
        // Longer than it takes a host to look at what is due.
        await Task.Delay(TimeSpan.FromSeconds(15));
        Assert.Equal(People, sink.Mails.Count);
        Assert.All(await AttemptsAsync(house, tenant, batch), attempt => Assert.Equal(AttemptState.Planned, attempt.State));

        var frozen = house.Get<FrozenBatches>();
        Assert.NotNull((await frozen.ConfirmAsync(Actor.Person(1, "user@example.net"), tenant, batch, "nothing was sent", default)).Problem);
        Assert.Equal((batch, People), House.Value(await frozen.ListAsync(Actor.Cli, tenant, default)).Select(one => (one.Batch.Id, one.MaySent)).Single());
        // Confirmed it waits for approval again, whatever was approved before the dump.
        Assert.Equal(RetryBatchState.AwaitingApproval, House.Value(await frozen.ConfirmAsync(Actor.Cli, tenant, batch, "its mails arrived", default)));
        await Task.Delay(TimeSpan.FromSeconds(15));
        Assert.Equal(People, sink.Mails.Count);
        Assert.All(sink.Completed.Values, count => Assert.Equal(1, count));
    }

    private static async Task<RetryBatchRow> BatchAsync(House house, TenantId tenant, long batch) =>
        Assert.IsType<RetryBatchRow>(await house.Get<RetryBatchReader>().FindAsync(tenant, batch, default));

    private static Task<IReadOnlyList<RetryAttemptRow>> AttemptsAsync(House house, TenantId tenant, long batch) =>
        house.Get<RetryAttemptReader>().ListAsync(tenant, batch, (0, 0), People, default);

    private static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(clock.Elapsed < Patience, $"It was waited in vain until {what}.");
            await Task.Delay(50);
        }
    }
}
