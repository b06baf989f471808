using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Transfers;

/// <summary>Copies one table in the order of its key, batch after batch, each with the note of how far it went.</summary>
internal sealed class TableMove(
    Database.Database target, MovedTable table, IReadOnlyList<MovedColumn> columns, IProgress<(string Table, long Rows)> progress)
{
    // What one batch may hold in memory: raw mail is large, refusals are many.
    private const int BatchBytes = 16 * 1024 * 1024;
    private const int BatchRows = 20_000;
    private readonly BulkTable<MovedRow> _bulk = new(
        table.Name,
        [.. columns.Select(column => column.Name)],
        (row, sink) =>
        {
            for (var i = 0; i < row.Values.Length; i++)
            {
                columns[i].Write(row.Values[i], sink);
            }
        });
    private readonly List<MovedRow> _batch = new(BatchRows);
    private long _bytes;
    private long _stored;

    public async Task RunAsync(MoveSource source, MoveState state, CancellationToken cancellationToken)
    {
        _stored = state.Rows;
        await foreach (var row in source.RowsAsync(table, columns, KeyText.Read(state.LastKey), cancellationToken))
        {
            _batch.Add(row);
            _bytes += row.Values.Sum(MovedColumn.SizeOf);
            if (_batch.Count == BatchRows || _bytes >= BatchBytes)
            {
                await StoreAsync(cancellationToken);
            }
        }
        await StoreAsync(cancellationToken);
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }
        var lastKey = KeyText.Write(_batch[^1]);
        await target.WriteAsync(
            Turn.Open,
            async transaction =>
            {
                await MoveBook.NoteBatchAsync(table.Name, _stored, _batch.Count, lastKey, transaction, cancellationToken);
                await transaction.InsertAsync(_bulk, _batch, cancellationToken);
            },
            cancellationToken);
        _stored += _batch.Count;
        progress.Report((table.Name, _stored));
        _batch.Clear();
        _bytes = 0;
    }
}
