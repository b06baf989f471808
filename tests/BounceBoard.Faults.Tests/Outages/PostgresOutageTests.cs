using System.Diagnostics;
using System.Net;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Postgres;

namespace BounceBoard.Faults.Tests.Outages;

/// <summary>The PostgreSQL server goes away for half a minute in the middle of work: the programs say so, hold what they have, and go on by themselves.</summary>
[Collection<Serial>]
public sealed class PostgresOutageTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Mails = 600;
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(30);
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

    [Theory]
    [InlineData(PostgresStop.Fast)]
    [InlineData(PostgresStop.Immediate)]
    public async Task Import_ServerAwayInTheMiddle_WaitsAndEndsWhole(PostgresStop how)
    {
        await using var house = House.On(_server, "postgres");
        var tenant = await house.TenantAsync();
        var book = new Book(house, tenant);
        await using var child = house.Import(Evidences.Write(Path.Combine(house.Folder, "inputs"), 0, Mails, 2_000));
        await UntilAsync(async () => await book.NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant.Value}") > 50, child);

        await _server.StopAsync(how, default);
        await Task.Delay(Away);
        Assert.False(child.HasExited, child.Errors);
        Assert.Contains("The database does not answer", child.Errors, StringComparison.Ordinal);
        await _server.StartAsync(default);

        Assert.True(await child.EndAsync(default) == 0, $"{child.Output}\n{child.Errors}");
        Assert.StartsWith($"{Mails + 1} received = {Mails + 1} stored", child.Output, StringComparison.Ordinal);
        Assert.Contains("answers again", child.Errors, StringComparison.Ordinal);
        await book.AssertAllAsync(Mails + 1, Mails + 2_000);
        // The audit line of a receipt whose commit had no answer stands there once.
        Assert.Equal(Mails + 1, await book.NumberAsync($"SELECT COUNT(*) FROM audit WHERE tenant_id = {tenant.Value} AND action = 'evidence.receive'"));
    }

    [Fact]
    public async Task Import_ServerStaysAway_EndsWithWhatIsStoredAndWhatNot()
    {
        await using var house = House.On(_server, "postgres");
        house.Settings["Storage:PatienceSeconds"] = "4";
        var tenant = await house.TenantAsync();
        var book = new Book(house, tenant);
        await using var child = house.Import(Evidences.Write(Path.Combine(house.Folder, "inputs"), 0, Mails, 0));
        await UntilAsync(async () => await book.NumberAsync($"SELECT COUNT(*) FROM evidence WHERE tenant_id = {tenant.Value}") > 50, child);
        await _server.StopAsync(PostgresStop.Fast, default);

        Assert.Equal(1, await child.EndAsync(default));
        Assert.Contains("are stored, files after this one were not begun", child.Errors, StringComparison.Ordinal);
        Assert.Contains(" received = ", child.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_ServerAway_SaysSoHoldsAndGoesOnByItself()
    {
        await using var house = House.On(_server, "postgres");
        var tenant = await house.TenantAsync();
        var token = await house.TokenAsync(tenant);
        await using var host = await house.HostAsync();
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, 0)).StatusCode);

        await _server.StopAsync(PostgresStop.Fast, default);
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Away)
        {
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("health/live")).StatusCode);
            var ready = await http.GetAsync("health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.StartsWith("Unhealthy: The database does not answer since ", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await AssertRefusedAsync(await SendAsync(http, 1));
            Assert.Contains("The database does not answer since", await http.GetStringAsync("login"), StringComparison.Ordinal);
            await Task.Delay(1_000);
        }

        await _server.StartAsync(default);
        clock.Restart();
        await host.AnswersAsync("health/ready", default);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(http, 1)).StatusCode);
        output.WriteLine($"Ready again {clock.Elapsed.TotalSeconds:0.0} s after the server.");
        Assert.DoesNotContain("does not answer since", await http.GetStringAsync("login"), StringComparison.Ordinal);
        await new Book(house, tenant).AssertAllAsync(2, 2);
        // Goes, is back, and what the listener for other nodes has to say.
        var lines = host.Output.Split('\n').Where(line => line.Contains("warn:", StringComparison.Ordinal) || line.Contains("fail:", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count <= 6, host.Output);
    }

    private static async Task AssertRefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(answer.Headers.RetryAfter?.Delta);
        Assert.Contains("not acknowledged", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient http, int mail) =>
        http.PostAsync("api/v1/t/acme/evidence", new ByteArrayContent(Evidences.Mail(0, mail)));

    private static async Task UntilAsync(Func<Task<bool>> holds, ChildProcess child)
    {
        while (!await holds())
        {
            Assert.False(child.HasExited, $"It ended too early: {child.Output}\n{child.Errors}");
            await Task.Delay(20);
        }
    }
}
