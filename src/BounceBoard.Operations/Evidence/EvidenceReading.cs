using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>Reads stored evidence with the parser; pieces of a log are read with what the earlier pieces told.</summary>
internal sealed class EvidenceReading(EvidenceReader evidence, DueEvidenceReader due, SourceColumns columns, BounceParser parser, OpenLogs open)
{
    /// <summary>Bytes of earlier pieces that are read again before the one at hand when a run begins in the middle of a log, and pieces at most.</summary>
    private const long RecalledBytes = 8 * 1024 * 1024;
    private const int RecalledPieces = 500;

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

        if (run.TryFind(row.TenantId, stream, out var known) && known is not null)
        {
            return known;
        }

        var session = open.TryTake(row.TenantId, stream, row.Ordinal - 1) ?? await RecallAsync(row, stream, cancellationToken);
        run.Keep(row.TenantId, stream, session);
        return session;
    }

    /// <summary>What a followed log told so far is kept for its next piece; called when the piece is filed.</summary>
    public void Remember(DueEvidenceRow row, ParseRun run)
    {
        if (row.Stream is { } stream && FollowedStreams.Is(stream) && run.TryFind(row.TenantId, stream, out var session) && session is not null)
        {
            open.Keep(row.TenantId, stream, row.Ordinal, session);
        }
    }

    private async Task<LogSession> RecallAsync(DueEvidenceRow row, string stream, CancellationToken cancellationToken)
    {
        // A few seconds of a syslog may hold other programs' lines only.
        var session = new LogSession
        {
            MayBeSilent = FollowedStreams.Is(stream),
            Columns = await columns.FindAsync(row.TenantId, row.Id, cancellationToken),
        };
        var earlier = await due.ListStreamBeforeAsync(row.TenantId, stream, row.Ordinal, RecalledPieces, RecalledBytes, cancellationToken);
        // What a followed log named last is what its source remembers.
        if (session.Columns is not null && earlier is [{ Ordinal: > 1 }, ..] && !FollowedStreams.Is(stream))
        {
            await RecallHeadAsync(row.TenantId, stream, session, cancellationToken);
        }

        foreach (var piece in earlier)
        {
            if (await evidence.ContentAsync(piece.TenantId, piece.Id, cancellationToken) is { } content)
            {
                parser.Parse(Item(piece, content), piece.ReceivedAt, session);
            }
        }

        return session;
    }

    // Another file of the source may have named other columns meanwhile: those of this log stand at its beginning.
    private async Task RecallHeadAsync(TenantId tenant, string stream, LogSession session, CancellationToken cancellationToken)
    {
        foreach (var first in await due.ListStreamBeforeAsync(tenant, stream, 2, 1, RecalledBytes, cancellationToken))
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
