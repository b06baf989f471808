using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>One node's turn at a drop folder or a followed log, until it is ended or runs out.</summary>
internal sealed class SourceClaim
{
    private readonly Database _database;
    private readonly SourceClaimWriter _writer;
    private readonly (TenantId Tenant, long Id) _source;
    private readonly TimeSpan _lease;
    private readonly TimeProvider _time;
    private DateTimeOffset _until;

    private SourceClaim(
        Database database, SourceClaimWriter writer, (TenantId Tenant, long Id) source, TimeSpan lease, TimeProvider time, DateTimeOffset until) =>
        (_database, _writer, _source, _lease, _time, _until) = (database, writer, source, lease, time, until);

    /// <param name="lease">After that another node may take it, should this one die; kept longer while the work goes on.</param>
    /// <returns>Null while another node has its turn.</returns>
    public static async Task<SourceClaim?> TryTakeAsync(
        Database database, SourceClaimWriter writer, (TenantId Tenant, long Id) source, TimeSpan lease, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isTaken = await database.WriteAsync(
            Turn.Open,
            transaction => writer.TryClaimAsync(source.Tenant, source.Id, now, now + lease, transaction, cancellationToken),
            cancellationToken);
        return isTaken ? new SourceClaim(database, writer, source, lease, time, now + lease) : null;
    }

    /// <summary>Keeps the claim ahead of the clock; asked before each file, it costs something only now and then.</summary>
    /// <returns>False when it had run out and another node took it.</returns>
    public async Task<bool> TryKeepAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return _until - now > _lease / 2 || await TryMoveAsync(now + _lease, cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => TryMoveAsync(DateTimeOffset.UnixEpoch, cancellationToken);

    private async Task<bool> TryMoveAsync(DateTimeOffset next, CancellationToken cancellationToken)
    {
        var until = _until;
        _until = next;
        return await _database.WriteAsync(
            Turn.Open,
            transaction => _writer.TryMoveAsync(_source.Tenant, _source.Id, until, next, transaction, cancellationToken),
            cancellationToken);
    }
}
