using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Postgres;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>Two real hosts on one PostgreSQL database, and a browser; one for a class of journeys.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private PostgresDatabase? _database;
    private RunningHost? _a;
    private RunningHost? _b;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Why they cannot stand here, or null: the reason of a skipped test.</summary>
    public static string? Missing => Chromium.Missing ?? SharedPostgres.Missing;

    internal RunningHost A => _a ?? throw new InvalidOperationException("Node A was not started.");

    internal RunningHost B => _b ?? throw new InvalidOperationException("Node B was not started.");

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }
        _database = await SharedPostgres.CreateDatabaseAsync(CancellationToken.None);
        _a = await RunningHost.StartAsync(RunningHost.BuiltProgram, Settings(_database), CancellationToken.None);
        // A's link is printed before B makes the one that counts.
        await A.SetUpLinkAsync(CancellationToken.None);
        _b = await RunningHost.StartAsync(RunningHost.BuiltProgram, Settings(_database), CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Somebody with a browser of their own, signed out, at one of the nodes or before both.</summary>
    internal Task<Visitor> VisitorAsync(Uri home) =>
        Visitor.ArriveAsync(_browser ?? throw new InvalidOperationException("The browser was not started."), home, () => $"{A.Output}\n{B.Output}");

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        foreach (var node in (RunningHost?[])[_a, _b])
        {
            if (node is not null)
            {
                await node.DisposeAsync();
            }
        }
        _database?.Dispose();
    }

    // Nobody answers there: these journeys are about something else.
    private static Dictionary<string, string> Settings(PostgresDatabase database) => new()
    {
        ["Storage:Provider"] = "PostgreSql",
        ["Storage:ConnectionString"] = database.ConnectionString,
        ["Web:KnownProxies:0"] = "127.0.0.1",
        ["Dns:UseSystem"] = "false",
        ["Dns:UsePublic"] = "false",
        ["Dns:UseAuthoritative"] = "false",
        ["Dns:Resolvers:0:Address"] = "127.0.0.1",
        ["Dns:Resolvers:0:Port"] = "9",
        ["Dns:Timeout"] = "00:00:00.2",
        ["Dns:Retries"] = "0",
    };
}
