using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Transfers;
using BounceBoard.TestKit.Storage;
using Dapper;
using Xunit;

namespace BounceBoard.Storage.Tests.Transfers;

/// <summary>A table that is added to the schema must be moved too, or be named as one that stays.</summary>
public sealed class MovedTableTests : IDisposable
{
    private readonly TempDatabase _temp = new(StorageProvider.Sqlite);

    [Fact]
    public async Task All_EveryTableOfTheSchema_MovesOrStays()
    {
        await using var connection = await _temp.Database.OpenAsync(default);
        var tables = await connection.QueryAsync<string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'SchemaVersions' AND name NOT LIKE 'sqlite_%'");
        Assert.Equal(tables.Order(StringComparer.Ordinal), MovedTable.All.Select(table => table.Name).Concat(MovedTable.Left).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task All_Keys_AreThePrimaryKeysOfTheSchema()
    {
        await using var connection = await _temp.Database.OpenAsync(default);
        foreach (var table in MovedTable.All)
        {
            var key = await connection.QueryAsync<string>("SELECT name FROM pragma_table_info(@Name) WHERE pk > 0 ORDER BY pk", new { table.Name });
            Assert.Equal(key, table.Key);
        }
    }

    [Fact]
    public async Task All_Order_PutsWhatIsReferredToFirst()
    {
        await using var connection = await _temp.Database.OpenAsync(default);
        var before = new HashSet<string>();
        foreach (var table in MovedTable.All)
        {
            var parents = await connection.QueryAsync<string>("SELECT \"table\" FROM pragma_foreign_key_list(@Name)", new { table.Name });
            Assert.Empty(parents.Except(before));
            before.Add(table.Name);
        }
    }

    [Fact]
    public void RowSum_OrderAndSplit_OnlyTheRowsCount()
    {
        Assert.Equal(Sum([["a", 1L], ["b", null]]), Sum([["b", null], ["a", 1L]]));
        Assert.NotEqual(Sum([["a", 1L]]), Sum([["a", null]]));
        Assert.NotEqual(Sum([["ab", "c"]]), Sum([["a", "bc"]]));
        Assert.NotEqual(Sum([["a"]]), Sum([["a"], ["a"]]));
        Assert.Equal(Sum([[1L]]), Sum([[1]]));
    }

    public void Dispose() => _temp.Dispose();

    private static string Sum(object?[][] rows)
    {
        var sum = new RowSum();
        foreach (var row in rows)
        {
            sum.Add(row);
        }
        return sum.ToString();
    }
}
