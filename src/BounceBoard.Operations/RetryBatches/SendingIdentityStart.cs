using Microsoft.Extensions.Hosting;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Freezes what a restored database must not send before the host's first job runs.</summary>
internal sealed class SendingIdentityStart(SendingIdentity identity) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => identity.EnsureAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
