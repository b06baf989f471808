using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace BounceBoard.Storage.Tests.Engines;

public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(19, StorageFault.Data)]
    [InlineData(18, StorageFault.Data)]
    [InlineData(5, StorageFault.Outage)]
    [InlineData(10, StorageFault.Outage)]
    [InlineData(14, StorageFault.Outage)]
    [InlineData(13, StorageFault.Full)]
    [InlineData(1, StorageFault.None)]
    public void Of_SqliteCodes_AreTold(int code, StorageFault expected) => Assert.Equal(expected, StorageFaults.Of(new SqliteException("x", code)));

    [Theory]
    [InlineData("23505", StorageFault.Data)]
    [InlineData("22021", StorageFault.Data)]
    [InlineData("57P01", StorageFault.Outage)]
    [InlineData("57P03", StorageFault.Outage)]
    [InlineData("08006", StorageFault.Outage)]
    [InlineData("53300", StorageFault.Outage)]
    [InlineData("53100", StorageFault.Full)]
    [InlineData("40P01", StorageFault.Collision)]
    [InlineData("42P01", StorageFault.None)]
    public void Of_PostgresStates_AreTold(string state, StorageFault expected) =>
        Assert.Equal(expected, StorageFaults.Of(new PostgresException("x", "ERROR", "ERROR", state)));

    [Fact]
    public void Of_BrokenConnectionAndFullDisk_AreTold()
    {
        Assert.Equal(StorageFault.Outage, StorageFaults.Of(new NpgsqlException("broken", new IOException("reset"))));
        Assert.Equal(StorageFault.Full, StorageFaults.Of(new IOException("No space left on device", 28)));
        Assert.Equal(StorageFault.None, StorageFaults.Of(new FormatException()));
    }

    [Fact]
    public void ItemFault_OnlyWhatComesAgainWithTheSameData()
    {
        Assert.True(ItemFault.IsIn(new SqliteException("x", 19)));
        Assert.True(ItemFault.IsIn(new FormatException()));
        Assert.False(ItemFault.IsIn(new SqliteException("x", 1)));
        Assert.False(ItemFault.IsIn(new NpgsqlException("broken", new IOException("reset"))));
        Assert.False(ItemFault.IsIn(new IOException("No space left on device", 28)));
    }
}
