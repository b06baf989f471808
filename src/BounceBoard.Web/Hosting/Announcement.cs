using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Hosting;

/// <summary>Says in one line where the installation listens and, while it has no owner, how to become the first one.</summary>
internal sealed class Announcement(IServer server, FirstRun firstRun, IOptions<WebOptions> options) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var address = Address();
        var token = await firstRun.EnsureSetupLinkAsync(cancellationToken);
        // The console, not the log: a log is forwarded and kept, this link must not be.
        await Console.Out.WriteLineAsync(token is null
            ? $"BounceBoard listens on {address}"
            : $"BounceBoard listens on {address} and has no owner yet. Open {address}/setup/{token}");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private string Address()
    {
        if (options.Value.PublicUrl is { Length: > 0 } url)
        {
            return url.TrimEnd('/');
        }
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return (bound ?? DefaultAddress.Url).Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
    }
}
