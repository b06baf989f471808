using System.Diagnostics;
using System.Threading.Channels;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Installations;
using Npgsql;
using Xunit;

namespace BounceBoard.Operations.PostgreSql.Tests;

/// <summary>What one node changes, the pages of the others hear: soon, seldom, and again after an interruption.</summary>
public sealed class LiveChangesTests : IAsyncLifetime
{
    private static readonly TenantId Acme = new(7);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly TestInstallation _house = new();
    private readonly Channel<(string Node, ChangeKind Kind)> _heard = Channel.CreateUnbounded<(string, ChangeKind)>();

    public ValueTask InitializeAsync()
    {
        _ = _house.Database;
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Publish_OnOneNode_IsHeardOnceOnEach()
    {
        await using var a = new Node(_house);
        await using var b = new Node(_house);
        await a.ListenAsync();
        await b.ListenAsync();
        using var onA = Follow(a, "a", Acme);
        using var onB = Follow(b, "b", Acme);
        using var stranger = Follow(b, "stranger", new TenantId(8));

        a.Get<ChangeFeed>().Publish(Acme, ChangeKind.Incidents);

        var told = new[] { await NextAsync(), await NextAsync() };
        Assert.Equal([("a", ChangeKind.Incidents), ("b", ChangeKind.Incidents)], told.Order());
        // B's answer comes after A's, and nothing else came before it: A was not told twice, the other tenant not at all.
        b.Get<ChangeFeed>().Publish(Acme, ChangeKind.Domains);
        told = [await NextAsync(), await NextAsync()];
        Assert.Equal([("a", ChangeKind.Domains), ("b", ChangeKind.Domains)], told.Order());
        Assert.False(_heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Publish_AMillionTimes_SendsFewNotifications()
    {
        await using var a = new Node(_house);
        var words = Channel.CreateUnbounded<string>();
        using var end = new CancellationTokenSource();
        var listening = new TaskCompletionSource();
        var hearing = _house.Get<NodeSignals>().ListenAsync(listening.SetResult, word => words.Writer.TryWrite(word), end.Token);
        await listening.Task.WaitAsync(Patience);

        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 1_000_000; i++)
        {
            a.Get<ChangeFeed>().Publish(Acme, i % 2 == 0 ? ChangeKind.Evidence : ChangeKind.Incidents);
        }
        a.Get<ChangeFeed>().Publish(Acme, ChangeKind.Settings);
        var most = 2 * (2 + (int)(clock.Elapsed / ChangeFeed.Window));
        var heard = 0;
        while (ChangeWord.Read(await words.Reader.ReadAsync().AsTask().WaitAsync(Patience)) is not { Kind: ChangeKind.Settings })
        {
            heard++;
        }

        Assert.InRange(heard, 2, most);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hearing);
    }

    [Fact]
    public async Task Listening_SessionEnded_ConnectsAgainAndTellsEveryPage()
    {
        await using var a = new Node(_house);
        await using var b = new Node(_house);
        await b.ListenAsync();
        using var onB = Follow(b, "b", Acme);

        await EndListeningSessionsAsync();

        var told = new List<ChangeKind>();
        while (told.Count < Enum.GetValues<ChangeKind>().Length)
        {
            told.Add((await NextAsync()).Kind);
        }
        Assert.Equal(Enum.GetValues<ChangeKind>(), told.Order());
        a.Get<ChangeFeed>().Publish(Acme, ChangeKind.Verdicts);
        Assert.Equal(("b", ChangeKind.Verdicts), await NextAsync());
    }

    [Fact]
    public async Task Publish_ByACommandThatEndsAtOnce_IsHeard()
    {
        await using var b = new Node(_house);
        await b.ListenAsync();
        using var onB = Follow(b, "b", Acme);

        await using (var command = new Node(_house))
        {
            command.Get<ChangeFeed>().Publish(Acme, ChangeKind.Evidence);
            command.Get<ChangeFeed>().Publish(Acme, ChangeKind.Incidents);
        }

        Assert.Equal([("b", ChangeKind.Evidence), ("b", ChangeKind.Incidents)], new[] { await NextAsync(), await NextAsync() }.Order());
    }

    private IDisposable Follow(Node node, string name, TenantId tenant) =>
        node.Get<ChangeFeed>().Subscribe(tenant, kind => _heard.Writer.TryWrite((name, kind)));

    private Task<(string Node, ChangeKind Kind)> NextAsync() => _heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private async Task EndListeningSessionsAsync()
    {
        await using var connection = new NpgsqlConnection(_house.Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %'";
        Assert.Equal(1L, await command.ExecuteScalarAsync());
    }
}
