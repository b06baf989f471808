using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Postgres;
using BounceBoard.TestKit.Storage;

namespace BounceBoard.Faults.Tests.Starts;

/// <summary>The host starts before its database server, never finds it, or starts twice at once.</summary>
[Collection<Serial>]
public sealed class StartTests : IAsyncLifetime
{
    private PostgresServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        if (PostgresServer.Missing is { } missing)
        {
            Assert.Skip(missing);
        }
        _server = await PostgresServer.StartNewAsync(new PostgresSettings(), default);
    }

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Start_ServerComesLater_WaitsAndGoesOn()
    {
        await using var house = House.On(_server, "postgres");
        await _server.StopAsync(PostgresStop.Fast, default);
        var starting = house.HostAsync();
        await Task.Delay(TimeSpan.FromSeconds(5));
        Assert.False(starting.IsCompleted);
        await _server.StartAsync(default);

        await using var host = await starting;
        await host.AnswersAsync("health/ready", default);
        Assert.Contains("does not answer", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ServerNeverComes_EndsWithAClearText()
    {
        await using var house = House.On(_server, "postgres");
        house.Settings["Storage:PatienceSeconds"] = "3";
        await _server.StopAsync(PostgresStop.Fast, default);
        await using var host = ChildProcess.Start(RunningHost.BuiltProgram, ["--urls", "http://127.0.0.1:0"], house.Folder, house.Settings);

        Assert.Equal(1, await host.EndAsync(default));
        Assert.Contains("BounceBoard could not start: The database postgres on 127.0.0.1", host.Errors, StringComparison.Ordinal);
        Assert.Contains("did not answer for 3 s (Storage:PatienceSeconds)", host.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_LockLeftByAKilledHost_ComesUp()
    {
        await using var house = House.On(_server, "postgres");
        await using var host = await house.HostAsync();
        await host.KillAsync(default);
        await house.Database.RunAsync("INSERT INTO hangfire.lock (resource, updatecount, acquired) VALUES ('hangfire:lock:recurring-job:route-check', 0, CURRENT_TIMESTAMP)");

        await host.RestartAsync(default);
        await host.AnswersAsync("health/ready", default);
    }

    [Fact]
    public async Task Start_TwoHostsAtOnceOnAnEmptyDatabase_BothComeUp()
    {
        await using var house = House.On(_server, "postgres");
        var hosts = await Task.WhenAll(house.HostAsync(), house.HostAsync());
        await using var one = hosts[0];
        await using var other = hosts[1];

        await one.AnswersAsync("health/ready", default);
        await other.AnswersAsync("health/ready", default);
    }
}
