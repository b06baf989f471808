using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Bounces;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Reads stored evidence with the parser; pieces of a log are read with what the earlier pieces told.</summary>
internal sealed class EvidenceReading(EvidenceReader evidence, DueEvidenceReader due, SourceColumns columns, BounceParser parser)
{
    /// <summary>Pieces of at most 4 MB that are read again before the one at hand when a run begins in the middle of a log.</summary>
    private const int Recalled = 2;

    /// <summary>A table log names its columns before this many bytes.</summary>
    private const int HeadBytes = 64 * 1024;

    /// <returns>Null when the evidence has no bytes any more.</returns>
    public async Task<IReadOnlyList<BounceReport>?> ReadAsync(DueEvidenceRow row, ParseRun run, CancellationToken cancellationToken)
    {
        if (await evidence.ContentAsync(row.TenantId, row.Id, cancellationToken) is not { } content)
        {
            return null;
        }

        var session = await SessionAsync(row, run, cancellationToken);
        var before = session.Columns;
        var reports = parser.Parse(Item(row, content), row.ReceivedAt, session);
        if (session.Columns is { } named && !ReferenceEquals(named, before) && !(before?.Format == named.Format && before.Names.SequenceEqual(named.Names)))
        {
            await columns.KeepAsync(row.TenantId, row.Id, named, cancellationToken);
        }

        return [.. reports.Select(report => RefusalReports.WithCredibleTime(report, row.ReceivedAt))];
    }

    private async Task<LogSession> SessionAsync(DueEvidenceRow row, ParseRun run, CancellationToken cancellationToken)
    {
        if (row.Stream is not { } stream)
        {
            return new LogSession();
        }

        if (run.TryFind(row.TenantId, stream, out var open) && open is not null)
        {
            return open;
        }

        var session = new LogSession { Columns = await columns.FindAsync(row.TenantId, row.Id, cancellationToken) };
        if (session.Columns is not null && row.Ordinal > Recalled + 1)
        {
            await RecallHeadAsync(row.TenantId, stream, session, cancellationToken);
        }

        run.Keep(row.TenantId, stream, session);
        foreach (var earlier in await due.ListStreamBeforeAsync(row.TenantId, stream, row.Ordinal, Recalled, cancellationToken))
        {
            if (await evidence.ContentAsync(earlier.TenantId, earlier.Id, cancellationToken) is { } content)
            {
                parser.Parse(Item(earlier, content), earlier.ReceivedAt, session);
            }
        }

        return session;
    }

    // Another file of the source may have named other columns meanwhile: those of this log stand at its beginning.
    private async Task RecallHeadAsync(TenantId tenant, string stream, LogSession session, CancellationToken cancellationToken)
    {
        foreach (var first in await due.ListStreamBeforeAsync(tenant, stream, 2, 1, cancellationToken))
        {
            if (await evidence.ContentAsync(tenant, first.Id, cancellationToken) is { } content)
            {
                parser.Parse(Item(first, content[..Math.Min(content.Length, HeadBytes)]), first.ReceivedAt, session);
            }
        }
    }

    private static EvidenceItem Item(DueEvidenceRow row, byte[] content) =>
        new(row.Name, row.Kind, content, row.Stream, row.Ordinal, null);
}
