using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>The connection of a slice: one at a time, to one destination whose turn is held as long as it is open.</summary>
internal sealed class RetryWay(IRetryTransport transport, RetryTurns turns, long claim, TimeProvider time) : IAsyncDisposable
{
    private RetryDestination? _destination;
    private IRetryPassage? _passage;
    private RetryTurn? _turn;

    /// <summary>Looks where the mail goes now.</summary>
    public Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken) => transport.FindAsync(shipment, cancellationToken);

    /// <returns>The passage, or when somebody else will have left the destination.</returns>
    public async Task<(IRetryPassage? Passage, DateTimeOffset FreeAt)> OpenAsync(TenantId tenant, RetryDestination destination, CancellationToken cancellationToken)
    {
        if (_passage is { } open && _destination?.IsSameAs(destination) == true)
        {
            return (open, time.GetUtcNow());
        }
        await CloseAsync();
        var (turn, freeAt) = await turns.TakeAsync(destination.IsShared ? TenantId.Installation : tenant, destination.Name, claim, cancellationToken);
        if (turn is null)
        {
            return (null, freeAt);
        }
        (_turn, _destination, _passage) = (turn, destination, transport.Open(destination));
        return (_passage, freeAt);
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task CloseAsync()
    {
        try
        {
            if (_passage is { } open)
            {
                _passage = null;
                await open.DisposeAsync();
            }
        }
        finally
        {
            if (_turn is { } held)
            {
                _turn = null;
                await turns.EndAsync(held, time.GetUtcNow(), null, CancellationToken.None);
            }
        }
    }
}
