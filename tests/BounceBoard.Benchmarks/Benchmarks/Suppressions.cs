using System.Net.Http.Headers;
using System.Text;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Operations;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Hosts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>What a sender asks before each message, end to end: HTTP, token, one look into a list of 100,000 addresses in SQLite, JSON.</summary>
internal sealed class Suppressions : IBenchmark
{
    private const int Listed = 100_000;
    private const int Asked = 20_000;
    private const int Parallel = 16;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-benchmark-");
    private RunningHost? _host;
    private HttpClient? _http;

    public string Name => "suppressions";

    public string Unit => "look-ups/s";

    public int Rounds => 5;

    public async Task<string?> PrepareAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(RunningHost.BuiltProgram))
        {
            return $"the host was not built to {RunningHost.BuiltProgram}";
        }
        var settings = new Dictionary<string, string>
        {
            ["BounceBoard:DataDirectory"] = _folder.FullName,
            // Nobody may be asked here, and the guard against guessing is not what is measured.
            ["Dns:UseSystem"] = "false",
            ["Dns:UsePublic"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:Resolvers:0:Address"] = "127.0.0.1",
            ["Web:ApiRequestsPerMinute"] = "1000000",
        };
        var token = await FillAsync(settings, cancellationToken);
        _host = await RunningHost.StartAsync(new HostSettings { Settings = settings, DataDirectory = _folder.FullName }, cancellationToken);
        _http = new HttpClient { BaseAddress = _host.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return null;
    }

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        var http = _http ?? throw new InvalidOperationException("Not prepared.");
        var suppressed = await Task.WhenAll(Enumerable.Range(0, Parallel).Select(worker => AskAsync(http, worker, cancellationToken)));
        // Every second address asked for is on the list.
        return suppressed.Sum() == Asked / 2 ? Asked : throw new InvalidOperationException($"{suppressed.Sum()} of {Asked} are suppressed.");
    }

    public async ValueTask DisposeAsync()
    {
        _http?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<int> AskAsync(HttpClient http, int worker, CancellationToken cancellationToken)
    {
        var suppressed = 0;
        for (var i = worker; i < Asked; i += Parallel)
        {
            var name = i % 2 == 0 ? $"user{i * 5 % Listed}" : $"nobody{i}";
            var answer = await http.GetStringAsync($"api/v1/t/acme/suppressions/{name}%40example.net", cancellationToken);
            suppressed += answer.Contains("\"suppressed\":true", StringComparison.Ordinal) ? 1 : 0;
        }
        return suppressed;
    }

    private static async Task<string> FillAsync(Dictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        await using var services = new ServiceCollection().AddOperations(configuration).BuildServiceProvider();
        var added = await services.GetRequiredService<TenantAdministration>().AddAsync(Actor.Cli, "acme", "Acme", cancellationToken);
        var tenant = added.TryGet(out var row) ? row.Id : throw new InvalidOperationException(added.Problem);
        var list = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, Listed).Select(i => $"user{i}@example.net\n")));
        var imported = await services.GetRequiredService<SuppressionImport>().ImportAsync(Actor.Cli, tenant, "list", new MemoryStream(list), cancellationToken);
        var made = await services.GetRequiredService<ApiTokenAdministration>().CreateAsync(
            Actor.Cli, tenant, "benchmark", [TokenScopes.SuppressionsRead], null, cancellationToken);
        return imported.Problem is null && made.TryGet(out var token) ? token.Plain : throw new InvalidOperationException(imported.Problem ?? made.Problem);
    }
}
