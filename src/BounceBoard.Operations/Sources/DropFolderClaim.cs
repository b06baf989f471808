using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>One node's turn at a drop folder, until it is ended or runs out.</summary>
internal sealed class DropFolderClaim
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly Database _database;
    private readonly SourceClaimWriter _writer;
    private readonly SourceRow _source;
    private readonly TimeProvider _time;
    private DateTimeOffset _until;

    private DropFolderClaim(Database database, SourceClaimWriter writer, SourceRow source, TimeProvider time, DateTimeOffset until) =>
        (_database, _writer, _source, _time, _until) = (database, writer, source, time, until);

    /// <returns>Null while another node has its turn.</returns>
    public static async Task<DropFolderClaim?> TryTakeAsync(
        Database database, SourceClaimWriter writer, SourceRow source, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isTaken = await database.WriteAsync(
            Turn.Open,
            transaction => writer.TryClaimAsync(source.TenantId, source.Id, now, now + Lease, transaction, cancellationToken),
            cancellationToken);
        return isTaken ? new DropFolderClaim(database, writer, source, time, now + Lease) : null;
    }

    /// <summary>Keeps the claim ahead of the clock; asked before each file, it costs something only now and then.</summary>
    /// <returns>False when it had run out and another node took it.</returns>
    public async Task<bool> TryKeepAsync(CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        return _until - now > Lease / 2 || await TryMoveAsync(now + Lease, cancellationToken);
    }

    public Task EndAsync(CancellationToken cancellationToken) => TryMoveAsync(DateTimeOffset.UnixEpoch, cancellationToken);

    private async Task<bool> TryMoveAsync(DateTimeOffset next, CancellationToken cancellationToken)
    {
        var until = _until;
        _until = next;
        return await _database.WriteAsync(
            Turn.Open,
            transaction => _writer.TryMoveAsync(_source.TenantId, _source.Id, until, next, transaction, cancellationToken),
            cancellationToken);
    }
}
