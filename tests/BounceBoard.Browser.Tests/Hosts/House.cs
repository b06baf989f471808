using System.Globalization;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Hosts;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>A name server, the real host that asks only it, and a browser; one for a class of journeys.</summary>
public sealed class House : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private RunningHost? _host;
    private NsdServer? _names;

    /// <summary>Why it cannot stand here, or null: the reason of a skipped test.</summary>
    public static string? Missing => Chromium.Missing ?? NsdServer.Missing;

    internal RunningHost Host => _host ?? throw new InvalidOperationException("The host was not started.");

    internal NsdServer Names => _names ?? throw new InvalidOperationException("The name server was not started.");

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }
        _names = await NsdServer.StartAsync([], CancellationToken.None);
        _host = await RunningHost.StartAsync(RunningHost.BuiltProgram, Settings(_names), CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    /// <summary>Somebody with a browser of their own, signed out.</summary>
    internal Task<Visitor> VisitorAsync() =>
        Visitor.ArriveAsync(_browser ?? throw new InvalidOperationException("The browser was not started."), Host.Address, () => Host.Output);

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
        if (_names is not null)
        {
            await _names.DisposeAsync();
        }
    }

    private static Dictionary<string, string> Settings(NsdServer names)
    {
        var settings = new Dictionary<string, string>
        {
            ["Dns:UseSystem"] = "false",
            ["Dns:UsePublic"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:Timeout"] = "00:00:01",
            // The zones name addresses of documentation and lists of the Internet; a test leaves the machine for neither.
            ["Dns:Blocklists"] = "none",
            ["Probes:Enabled"] = "false",
        };
        foreach (var (index, address) in names.Addresses.Index())
        {
            settings[$"Dns:Resolvers:{index}:Name"] = $"r{index + 1}";
            settings[$"Dns:Resolvers:{index}:Address"] = address.ToString();
            settings[$"Dns:Resolvers:{index}:Port"] = names.Port.ToString(CultureInfo.InvariantCulture);
        }
        return settings;
    }
}
