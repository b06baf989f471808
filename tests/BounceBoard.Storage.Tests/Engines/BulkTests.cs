using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Engines;

public sealed class BulkTests : IDisposable
{
    private static readonly BulkTable<Item> Items = new("bulk_item", ["name", "number", "small", "flag", "content"], (item, row) =>
    {
        row.Write(item.Name);
        row.Write(item.Number);
        row.Write(item.Small);
        row.Write(item.Flag);
        row.Write(item.Content);
    });

    private static readonly BulkUpsert<Item> Adding = new(Items, """
        ON CONFLICT (name) DO UPDATE SET number = bulk_item.number + excluded.number RETURNING name, number
        """);

    private readonly TempDatabase _temp = new();

    [Fact]
    public async Task Insert_NullsHostileTextAndBytes_ComeBack()
    {
        await MakeTableAsync();
        Item[] rows = [new("a", 1, 2, true, [0, 255]), new("b", null, null, null, []), new("long " + new string('x', 100_000), 3, -1, false, [1])];
        await _temp.Database.WriteAsync(transaction => transaction.InsertAsync(Items, rows, default), default);
        var stored = await ReadAsync();
        Assert.Equal(rows.Select(row => (row.Name, row.Number, row.Small, row.Flag)), stored.Select(row => (row.Name, row.Number, row.Small, row.Flag)));
        Assert.Equal(rows.Select(row => row.Content), stored.Select(row => row.Content));
    }

    [Theory]
    [InlineData("nul\0inside")]
    [InlineData("half \uD83D of a pair")]
    public async Task Insert_TextThatNoColumnHolds_IsStoredNotRefused(string text)
    {
        await MakeTableAsync();
        await _temp.Database.WriteAsync(transaction => transaction.InsertAsync(Items, [new Item(text, 1, 1, true, [])], default), default);
        var name = Assert.Single(await ReadAsync()).Name;
        Assert.Equal(text[..3], name[..3]);
        Assert.Equal(text.Length, name.Length);
    }

    [Fact]
    public async Task Statement_TextThatNoColumnHolds_IsStoredNotRefused()
    {
        await MakeTableAsync();
        await _temp.Database.WriteAsync(
            transaction => transaction.ExecuteAsync(
                """INSERT INTO bulk_item (name, content) VALUES (@name, @content)""", new { name = "x\0\uDC00", content = new byte[] { 0 } }, default),
            default);
        Assert.StartsWith("x", Assert.Single(await ReadAsync()).Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_TextThatNoColumnHolds_FindsWhatWasStoredUnderIt()
    {
        await MakeTableAsync();
        string[] keys = ["nul\0inside", "half \uD83D of a pair", "plain"];
        await _temp.Database.WriteAsync(
            transaction => transaction.InsertAsync(Items, keys.Select(key => new Item(key, 1, 1, true, [])).ToArray(), default), default);
        var dialect = _temp.Database.Dialect;
        var found = await _temp.Database.ListAsync<string>(
            $"SELECT name FROM bulk_item WHERE name {dialect.AnyOf("@keys")}", new { keys = dialect.List(keys) }, default);
        Assert.Equal(3, found.Count);
    }

    [Fact]
    public async Task Upsert_OldAndNewKeys_FoldsAndReturnsEveryRow()
    {
        await MakeTableAsync();
        await _temp.Database.WriteAsync(transaction => transaction.InsertAsync(Items, [new Item("a", 40, null, null, [])], default), default);
        var returned = new Dictionary<string, long>();
        await _temp.Database.WriteAsync(
            transaction => transaction.UpsertAsync(
                Adding, [new Item("a", 2, null, null, []), new Item("b", 7, 1, false, [])], row => returned.Add(row.GetString(0), row.GetInt64(1)), default),
            default);
        Assert.Equal(new Dictionary<string, long> { ["a"] = 42, ["b"] = 7 }, returned);
        Assert.Equal([("a", 42), ("b", 7)], (await ReadAsync()).Select(row => (row.Name, row.Number!.Value)));
    }

    [Fact]
    public async Task Bulk_MoreRowsThanOneStatement_AllThere()
    {
        await MakeTableAsync();
        var rows = Enumerable.Range(0, 45_000).Select(i => new Item($"{i:D6}", i, i, i % 2 == 0, [])).ToList();
        var returned = 0;
        await _temp.Database.WriteAsync(transaction => transaction.UpsertAsync(Adding, rows, _ => returned++, default), default);
        Assert.Equal(45_000, returned);
        Assert.Equal(rows.Select(row => row.Number), (await ReadAsync()).Select(row => row.Number));
    }

    [Fact]
    public async Task Bulk_NoRows_DoesNothing()
    {
        await MakeTableAsync();
        await _temp.Database.WriteAsync(
            async transaction =>
            {
                await transaction.InsertAsync(Items, [], default);
                await transaction.UpsertAsync(Adding, [], null, default);
            },
            default);
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task Insert_OneRowRefused_NothingOfTheTransactionIsKept()
    {
        await MakeTableAsync();
        var fault = await Assert.ThrowsAnyAsync<DbException>(() => _temp.Database.WriteAsync(
            transaction => transaction.InsertAsync(Items, [new Item("a", 1, 1, true, []), new Item("a", 2, 2, true, [])], default), default));
        Assert.Equal(StorageFault.Data, StorageFaults.Of(fault));
        Assert.Empty(await ReadAsync());
    }

    [Fact]
    public async Task AnyOf_ListsOfEveryLength_FindExactlyTheirs()
    {
        await MakeTableAsync();
        var rows = Enumerable.Range(0, 3000).Select(i => new Item($"k{i}", i, i, null, [])).ToList();
        await _temp.Database.WriteAsync(transaction => transaction.InsertAsync(Items, rows, default), default);
        var dialect = _temp.Database.Dialect;
        foreach (var wanted in (int[])[0, 1, 2500])
        {
            var names = dialect.List(rows.Take(wanted).Select(row => row.Name).Append("not there"));
            var numbers = dialect.List(rows.Take(wanted).Select(row => row.Number ?? -1));
            Assert.Equal(wanted, await _temp.Database.FindAsync<long>(
                $"""SELECT COUNT(*) FROM bulk_item WHERE name {dialect.AnyOf("@names")} AND number {dialect.AnyOf("@numbers")}""", new { names, numbers }, default));
        }
    }

    public void Dispose() => _temp.Dispose();

    private async Task MakeTableAsync()
    {
        var (flag, bytes) = _temp.Database.Dialect.Provider == StorageProvider.Sqlite ? ("INTEGER", "BLOB") : ("BOOLEAN", "BYTEA");
        await using var connection = await _temp.Database.OpenAsync(default);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = $"CREATE TABLE bulk_item (name TEXT NOT NULL PRIMARY KEY, number BIGINT, small INTEGER, flag {flag}, content {bytes} NOT NULL)";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private Task<IReadOnlyList<Item>> ReadAsync() => _temp.Database.ListAsync<Item>(
        """SELECT name, number, small, flag, content FROM bulk_item ORDER BY name""", null, default);

    private sealed record Item
    {
        public Item()
        {
        }

        public Item(string name, long? number, int? small, bool? flag, byte[] content) =>
            (Name, Number, Small, Flag, Content) = (name, number, small, flag, content);

        public string Name { get; init; } = "";

        public long? Number { get; init; }

        public int? Small { get; init; }

        public bool? Flag { get; init; }

        public byte[] Content { get; init; } = [];
    }
}
