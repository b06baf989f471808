using System.Data.Common;
using System.Text;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Unpacking;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Commits a batch of items: bytes, rows and intake lines together, before anything looks into them. A batch whose commit gave no answer may be
/// stored again: its rows have their ids before the transaction, so it finds what stands there already.
/// </summary>
internal sealed class IntakeStore(Database database, EvidenceWriter writer, AuditWriter audit, IntakeHold hold, TimeProvider time)
{
    public async Task<StoredItems> StoreAsync(
        IntakeRequest request, IReadOnlyList<EvidenceItem> items, bool isFirst, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Hashing and packing are work for the processor and need no lock.
        var packed = items.Select(item => Pack(request, item, now)).ToList();
        return await hold.RunAsync(
            request.Actor,
            () => database.WriteAsync(
                Turn.Of(request.Tenant),
                transaction => WriteAsync(request, packed, isFirst, transaction, cancellationToken),
                cancellationToken),
            cancellationToken);
    }

    private async Task<StoredItems> WriteAsync(
        IntakeRequest request, List<NewEvidence> packed, bool isFirst, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var receipt = new List<IntakeItem>(packed.Count);
        var due = new List<DueEvidenceRow>(packed.Count);
        var isNew = false;
        foreach (var item in packed)
        {
            var stored = await writer.ReceiveAsync(request.Tenant, item, transaction, cancellationToken);
            receipt.Add(new IntakeItem(item.Name, stored.Outcome, stored.EvidenceId, item.Quarantine, 0));
            isNew |= stored.IsNew;
            if (stored.Outcome == IntakeOutcome.Stored)
            {
                due.Add(Due(request, item, stored.EvidenceId));
            }
        }

        if (isFirst && isNew)
        {
            await AuditAsync(request, packed[0].ReceivedAt, transaction, cancellationToken);
        }

        return new StoredItems(receipt, due);
    }

    // Drop folders act by themselves, thousands of times a day; their book is the intake table.
    private Task AuditAsync(IntakeRequest request, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        request.Actor.Via == "system"
            ? Task.CompletedTask
            : audit.AppendAsync(
                request.Tenant, new AuditEntry(now, request.Actor.Name, request.Actor.Via, "evidence.receive", request.Name, ""), transaction,
                cancellationToken);

    // What is refused before reading may have no bytes at all; its name and reason then tell it from others.
    private static NewEvidence Pack(IntakeRequest request, EvidenceItem item, DateTimeOffset now) => new(
        request.SourceId,
        item.Name,
        item.Kind,
        PackedContent.Of(item.Content.IsEmpty ? Encoding.UTF8.GetBytes($"{item.Name}\n{item.Quarantine}") : item.Content.Span),
        item.Stream is null ? null : $"{request.Stream}/{item.Stream}",
        item.Ordinal,
        request.Verified(item),
        now,
        item.IsWhole ? item.Quarantine : $"{item.Quarantine} Too large to be kept: {item.Content.Length / 1024} kB of it are in quarantine, so keep the file.",
        // The intake parses it right away; no sweep of another node shall.
        now + EvidenceClaims.Lease);

    private static DueEvidenceRow Due(IntakeRequest request, NewEvidence item, long id) => new()
    {
        TenantId = request.Tenant,
        Id = id,
        Kind = item.Kind,
        Name = item.Name,
        Stream = item.Stream,
        Ordinal = item.Ordinal,
        Verified = item.Verified,
        ReceivedAt = item.ReceivedAt,
        Attempts = 1,
        LeaseUntil = item.LeaseUntil ?? item.ReceivedAt,
    };
}
