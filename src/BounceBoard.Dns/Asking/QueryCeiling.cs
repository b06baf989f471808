using System.Threading.RateLimiting;

namespace BounceBoard.Dns.Asking;

/// <summary>Lets at most so many questions a second through; the others wait their turn.</summary>
internal sealed class QueryCeiling : IDisposable
{
    private readonly TokenBucketRateLimiter _bucket;

    public QueryCeiling(int queriesPerSecond)
    {
        // Ten refills a second keep the flow even; below ten a second, one token at a time.
        var perRefill = Math.Max(1, queriesPerSecond / 10);
        _bucket = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = perRefill,
            TokensPerPeriod = perRefill,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)perRefill / queriesPerSecond),
            QueueLimit = int.MaxValue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var lease = await _bucket.AcquireAsync(1, cancellationToken);
    }

    public void Dispose() => _bucket.Dispose();
}
