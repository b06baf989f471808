using BounceBoard.Storage.Database;
using BounceBoard.TestKit.Storage;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Storage.Tests.Files;

/// <summary>No two processes make ids with the same number.</summary>
public sealed class NodeNumberTests : IDisposable
{
    private readonly TempDatabase _temp = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Take_Twice_DifferentNumbersAndIdsBearTheLast()
    {
        using var one = NodeNumber.Take(_temp.Database, _time);
        using var two = NodeNumber.Take(_temp.Database, _time);

        var numbers = await NumbersAsync();

        Assert.Equal(2, numbers.Distinct().Count());
        Assert.Contains(RowIds.Node, numbers);
    }

    [Fact]
    public async Task Dispose_GivesTheNumberBack()
    {
        NodeNumber.Take(_temp.Database, _time).Dispose();

        Assert.Empty(await NumbersAsync());
    }

    [Fact]
    public async Task Take_AfterAnHourOfSilence_TheNumberIsFree()
    {
        using var dead = NodeNumber.Take(_temp.Database, new FakeTimeProvider(_time.GetUtcNow()));
        using var alive = NodeNumber.Take(_temp.Database, _time);
        _time.Advance(TimeSpan.FromMinutes(61));
        using var fresh = NodeNumber.Take(_temp.Database, _time);

        Assert.Equal(2, (await NumbersAsync()).Count);
    }

    [Fact]
    public async Task Beat_AfterTheNumberWasTakenAway_AnotherIsTaken()
    {
        using var node = NodeNumber.Take(_temp.Database, _time);
        await _temp.Database.RunAsync("DELETE FROM node");
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal([RowIds.Node], await NumbersAsync());
    }

    [Fact]
    public async Task Take_AllTaken_SaysWhatToDo()
    {
        var rows = string.Join(", ", Enumerable.Range(0, RowIds.Nodes).Select(number => $"({number}, 'x', 0, {long.MaxValue})"));
        await _temp.Database.RunAsync($"INSERT INTO node (number, name, started_at, seen_at) VALUES {rows}");

        var fault = Assert.Throws<InvalidOperationException>(() => NodeNumber.Take(_temp.Database, _time));

        Assert.Contains("1024", fault.Message, StringComparison.Ordinal);
        Assert.Contains("node", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _temp.Dispose();

    private async Task<IReadOnlyList<int>> NumbersAsync()
    {
        await using var connection = await _temp.Database.OpenAsync(default);
        return (await connection.QueryAsync<int>("SELECT number FROM node")).AsList();
    }
}
