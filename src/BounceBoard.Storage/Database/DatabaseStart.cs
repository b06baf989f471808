using BounceBoard.Storage.Engines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BounceBoard.Storage.Database;

/// <summary>Opens the database when the host starts, so that a schema that does not fit stops the start and not the first page.</summary>
internal sealed class DatabaseStart(IServiceProvider services, TimeProvider time) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var database = services.GetRequiredService<Database>();
        // When the tables are too busy for it, rows go to the default partition and the daily job moves them.
        await MonthPartitions.EnsureAsync(database, time.GetUtcNow(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
