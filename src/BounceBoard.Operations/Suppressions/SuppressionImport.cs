using System.Runtime.CompilerServices;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>
/// Brings lists in: one address a line, or CSV whose first column is the address. Read as a stream and added part by part, so that it may be of any
/// length; brought in twice, the second time adds nothing.
/// </summary>
public sealed class SuppressionImport
{
    private const int AtOnce = 5000;

    private readonly SuppressionAddition _addition;
    private readonly SuppressionReader _reader;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _feed;

    internal SuppressionImport(SuppressionAddition addition, SuppressionReader reader, AuditedWrite writes, ChangeFeed feed) =>
        (_addition, _reader, _writes, _feed) = (addition, reader, writes, feed);

    /// <summary>Says what an import would do; writes nothing.</summary>
    public async Task<ImportReceipt> CountAsync(TenantId tenant, Stream content, CancellationToken cancellationToken)
    {
        var (receipt, seen) = (new ImportReceipt(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var part in PartsAsync(content, receipt, "", SuppressionSource.Import, cancellationToken))
        {
            var known = await _reader.FindAsync(tenant, [.. part.Select(one => one.Key).Distinct(StringComparer.Ordinal)], cancellationToken);
            foreach (var one in part)
            {
                var outcome = SuppressionMerge.Of(known.GetValueOrDefault(one.Key), one, SuppressionEvent.Hold, default).Outcome;
                receipt.Count(outcome == SuppressionOutcome.Added && !seen.Add(one.Key) ? SuppressionOutcome.AlreadyThere : outcome);
            }
        }
        return receipt;
    }

    /// <summary>Adds what the list holds. What was added before a refusal stays; the same list can be brought in again.</summary>
    /// <param name="name">Of the list, for the audit log.</param>
    public async Task<OperationResult<ImportReceipt>> ImportAsync(
        Actor actor, TenantId tenant, string name, Stream content, CancellationToken cancellationToken)
    {
        var receipt = new ImportReceipt();
        var source = actor.Grant is null ? SuppressionSource.Import : SuppressionSource.Program;
        await foreach (var part in PartsAsync(content, receipt, actor.Name, source, cancellationToken))
        {
            var result = await AddAsync(actor, tenant, name, part, cancellationToken);
            if (!result.TryGet(out var outcomes))
            {
                return new OperationResult.Refused(result.Problem ?? "");
            }
            foreach (var outcome in outcomes)
            {
                receipt.Count(outcome);
            }
        }
        if (receipt.Added > 0)
        {
            _feed.Publish(tenant, ChangeKind.Suppressions);
        }
        return receipt;
    }

    private Task<OperationResult<IReadOnlyList<SuppressionOutcome>>> AddAsync(
        Actor actor, TenantId tenant, string name, IReadOnlyList<NewSuppression> part, CancellationToken cancellationToken) =>
        _writes.InTenantAsync<IReadOnlyList<SuppressionOutcome>>(
            actor,
            tenant,
            TenantAction.Suppress,
            async scope =>
            {
                var outcomes = await _addition.AddAsync(tenant, part, SuppressionEvent.Hold, scope.Now, scope.Transaction, cancellationToken);
                var added = outcomes.Count(outcome => outcome == SuppressionOutcome.Added);
                await scope.AuditAsync("suppression.import", SuppressionCount.Of(added), $"{part.Count} lines of {name}", cancellationToken);
                return new OperationResult<IReadOnlyList<SuppressionOutcome>>.Done(outcomes);
            },
            cancellationToken);

    private static async IAsyncEnumerable<IReadOnlyList<NewSuppression>> PartsAsync(
        Stream content, ImportReceipt receipt, string by, SuppressionSource source,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var part = new List<NewSuppression>();
        await foreach (var (number, text) in BoundedLines.ReadAsync(content, cancellationToken))
        {
            var line = ListedAddress.Read(text, number);
            if (line.Problem is { } problem)
            {
                receipt.Refuse(number, problem);
            }
            else if (line.Address is { } address)
            {
                part.Add(new NewSuppression(address.Key, address.Value, address.Domain.Value, line.Reason, source, by));
            }
            if (part.Count == AtOnce)
            {
                yield return part;
                part = [];
            }
        }
        if (part.Count > 0)
        {
            yield return part;
        }
    }
}
