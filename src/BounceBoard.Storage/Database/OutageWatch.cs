using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Hosting;

namespace BounceBoard.Storage.Database;

/// <summary>Asks the database now and then whether it answers, so that open pages know without being clicked and learn when it is back.</summary>
internal sealed class OutageWatch(Database database, Outage outage) : BackgroundService
{
    private static readonly TimeSpan Usually = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan WhenAway = TimeSpan.FromSeconds(1);

    // A server that is reached but says nothing.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(outage.Now is { Kind: StorageFault.Outage } ? WhenAway : Usually, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested)
            {
                await AskAsync(stoppingToken);
            }
        }
    }

    private async Task AskAsync(CancellationToken stopping)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Silence);
        try
        {
            await (outage.Now is null ? ReadAsync(limit.Token) : WriteAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            outage.Begin(new TimeoutException($"No answer within {Silence.TotalSeconds} s."));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
        catch (Exception fault) when (outage.Covers(fault) || StorageFaults.Of(fault) is StorageFault.Collision)
        {
            // Noted.
        }
    }

    private Task<int> ReadAsync(CancellationToken cancellationToken) =>
        database.FindAsync<int>("""SELECT 1""", null, cancellationToken);

    // Reading would work on a full disk and in a file that somebody has locked.
    private Task<int> WriteAsync(CancellationToken cancellationToken)
    {
        const string sql = """
            UPDATE tenant SET name = name WHERE tenant_id = @installation
            """;
        return database.WriteAsync(
            Turn.Open,
            transaction => transaction.ExecuteAsync(sql, new { installation = Core.Tenants.TenantId.Installation }, cancellationToken),
            cancellationToken);
    }
}
