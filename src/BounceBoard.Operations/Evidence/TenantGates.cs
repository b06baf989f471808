using System.Collections.Concurrent;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Lets each tenant parse one thing at a time in this process, and few tenants at once: memory stays flat whatever comes in, and as no tenant waits
/// with more than one, they take turns. It decides nothing: the claims in the database do.
/// </summary>
internal sealed class TenantGates : IDisposable
{
    private readonly ConcurrentDictionary<TenantId, SemaphoreSlim> _tenants = new();
    private readonly SemaphoreSlim _places = new(Math.Max(4, Environment.ProcessorCount));

    public async Task<T> PassAsync<T>(TenantId tenant, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var gate = _tenants.GetOrAdd(tenant, _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            await _places.WaitAsync(cancellationToken);
            try
            {
                return await work();
            }
            finally
            {
                _places.Release();
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        foreach (var gate in _tenants.Values)
        {
            gate.Dispose();
        }
    }
}
