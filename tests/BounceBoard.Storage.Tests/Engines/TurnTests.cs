using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Engines;

public sealed class TurnTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);
    private readonly TempDatabase _temp = new();

    public static TheoryData<string> Excluding => ["tenant beside itself", "installation beside tenant", "tenant beside installation", "installation beside itself"];

    [Theory]
    [MemberData(nameof(Excluding))]
    public async Task Turns_ThatExcludeOneAnother_RunOneAfterTheOtherOnTwoNodes(string pair)
    {
        using var other = SecondNode.Of(_temp.Database);
        var tenant = Turn.Of(new TenantId(1));
        var (first, second) = pair switch
        {
            "tenant beside itself" => (tenant, tenant),
            "installation beside tenant" => (tenant, Turn.Installation),
            "tenant beside installation" => (Turn.Installation, tenant),
            _ => (Turn.Installation, Turn.Installation),
        };
        var (running, order) = (new TaskCompletionSource(), new List<string>());
        var end = new TaskCompletionSource();
        var one = _temp.Database.WriteAsync(
            first,
            async _ =>
            {
                running.SetResult();
                await end.Task;
                order.Add("first ends");
            },
            default);
        await running.Task.WaitAsync(Long);
        // On a thread of its own: SQLite's driver waits for the file without giving its thread back.
        var two = Task.Run(() => other.WriteAsync(
            second,
            _ =>
            {
                order.Add("second begins");
                return Task.CompletedTask;
            },
            default));
        // Long enough for a second one that does not wait to show itself.
        await Task.WhenAny(two, Task.Delay(300));
        Assert.False(two.IsCompleted);
        end.SetResult();
        await Task.WhenAll(one, two).WaitAsync(Long);
        Assert.Equal(["first ends", "second begins"], order);
    }

    [Fact]
    public async Task Turns_OfTwoTenants_WaitOnlyWhereTheEngineHasOneWriter()
    {
        using var other = SecondNode.Of(_temp.Database);
        var (running, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var one = _temp.Database.WriteAsync(
            Turn.Of(new TenantId(1)),
            async _ =>
            {
                running.SetResult();
                await end.Task;
            },
            default);
        await running.Task.WaitAsync(Long);
        var two = Task.Run(() => other.WriteAsync(Turn.Of(new TenantId(2)), _ => Task.CompletedTask, default));
        var hasOneWriter = _temp.Database.Dialect.Provider == StorageProvider.Sqlite;
        await Task.WhenAny(two, Task.Delay(hasOneWriter ? TimeSpan.FromMilliseconds(300) : Long));
        Assert.Equal(!hasOneWriter, two.IsCompleted);
        end.SetResult();
        await Task.WhenAll(one, two).WaitAsync(Long);
    }

    [Fact]
    public async Task Turn_WorkThrows_TheNextComesThrough()
    {
        var turn = Turn.Of(new TenantId(1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _temp.Database.WriteAsync(turn, _ => throw new InvalidOperationException("stop"), default));
        Assert.Equal(7, await _temp.Database.WriteAsync(turn, _ => Task.FromResult(7), default).WaitAsync(Long));
    }

    public void Dispose() => _temp.Dispose();
}
