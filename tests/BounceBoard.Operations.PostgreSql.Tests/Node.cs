using BounceBoard.TestKit.Installations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BounceBoard.Operations.PostgreSql.Tests;

/// <summary>One more process on the database of an installation, as far as Operations goes: its own services, the real clock.</summary>
internal sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bounceboard-node-");

    public Node(TestInstallation house, params (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["BounceBoard:DataDirectory"] = _folder.FullName };
        foreach (var (key, value) in house.Settings.Where(pair => pair.Key != "BounceBoard:DataDirectory").Select(pair => (pair.Key, pair.Value)).Concat(settings))
        {
            all[key] = value;
        }
        _services = new ServiceCollection().AddOperations(new ConfigurationBuilder().AddInMemoryCollection(all).Build()).BuildServiceProvider();
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Hears the other nodes from now on.</summary>
    public async Task ListenAsync()
    {
        var echo = new TaskCompletionSource();
        using var probe = Get<ChangeFeed>().Subscribe(new Core.Tenants.TenantId(long.MaxValue), _ => echo.TrySetResult());
        await _services.GetServices<IHostedService>().OfType<ChangeListening>().Single().StartAsync(CancellationToken.None);
        // A node that begins to listen tells every page to read again.
        await echo.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.GetServices<IHostedService>().OfType<ChangeListening>().Single().StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
