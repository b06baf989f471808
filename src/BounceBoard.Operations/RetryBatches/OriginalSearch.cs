using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Finds which refusals came with the refused mail whole. Each bounce is unpacked and read: a plan must not promise what is not there.</summary>
internal sealed class OriginalSearch(EvidenceReader evidence)
{
    /// <summary>Recipients whose bounces are read, in the order of sending; those after them get the test message, and the plan says so.</summary>
    public const int MostRead = 1000;

    /// <returns>Evidence by refusal; a refusal without a whole original is missing.</returns>
    public Task<IReadOnlyDictionary<long, long>> FindAsync(
        TenantId tenant, IReadOnlyList<RetryCandidateRow> people, CancellationToken cancellationToken) =>
        // A long reading: not on the thread of a page.
        Task.Run(() => ReadAsync(tenant, people, cancellationToken), cancellationToken);

    private async Task<IReadOnlyDictionary<long, long>> ReadAsync(
        TenantId tenant, IReadOnlyList<RetryCandidateRow> people, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, long>();
        foreach (var person in people.Take(MostRead))
        {
            foreach (var row in await evidence.ListByRefusalAsync(tenant, person.RefusalId, cancellationToken))
            {
                if (row.Kind == EvidenceKind.Mail && row.Size <= OriginalMessage.LargestBounce && await IsWholeAsync(tenant, row.Id, cancellationToken))
                {
                    found[person.RefusalId] = row.Id;
                    break;
                }
            }
        }
        return found;
    }

    private async Task<bool> IsWholeAsync(TenantId tenant, long evidenceId, CancellationToken cancellationToken) =>
        await evidence.ContentAsync(tenant, evidenceId, cancellationToken) is { } bytes && OriginalMessage.Find(bytes.AsMemory()).IsWhole;
}
