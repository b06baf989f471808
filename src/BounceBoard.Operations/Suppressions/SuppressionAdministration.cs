using BounceBoard.Core.Addresses;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Adds addresses to the suppression list for a person or a program, and moves them.</summary>
public sealed class SuppressionAdministration
{
    /// <summary>Longest note of a person.</summary>
    public const int LongestNote = 500;

    /// <summary>Most entries that are moved at once; a page offers fewer.</summary>
    public const int MostAtOnce = 1000;

    // An audit line names this many, masked; the list itself says who moved the others.
    private const int Named = 10;

    private readonly SuppressionAddition _addition;
    private readonly SuppressionWriter _writer;
    private readonly AuditedWrite _writes;
    private readonly ChangeFeed _feed;

    internal SuppressionAdministration(SuppressionAddition addition, SuppressionWriter writer, AuditedWrite writes, ChangeFeed feed) =>
        (_addition, _writer, _writes, _feed) = (addition, writer, writes, feed);

    /// <summary>Suppresses one address.</summary>
    /// <param name="reason">Manual, Imported, or the recipient's own word.</param>
    /// <param name="note">Why; may be empty.</param>
    public async Task<OperationResult<SuppressionOutcome>> AddAsync(
        Actor actor, TenantId tenant, string address, SuppressionReason reason, string note, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(address, out var parsed))
        {
            return new OperationResult.Refused("That is no mail address. Use one address, as user@example.net.");
        }
        if (reason is SuppressionReason.BadAddress or SuppressionReason.RefusedAfterRetry)
        {
            return new OperationResult.Refused("Only the rules find addresses bad, by evidence. Use manual, imported, complaint or unsubscribe.");
        }
        if (note.Length > LongestNote)
        {
            return new OperationResult.Refused($"The note is longer than {LongestNote} characters.");
        }
        var source = actor.Grant is null ? SuppressionSource.Person : SuppressionSource.Program;
        var told = new NewSuppression(parsed.Key, parsed.Value, parsed.Domain.Value, reason, source, actor.Name) { Note = SuppressionNote.Of(note) };
        return await ToldAsync(tenant, _writes.InTenantAsync<SuppressionOutcome>(
            actor,
            tenant,
            TenantAction.Suppress,
            async scope =>
            {
                var outcomes = await _addition.AddAsync(tenant, [told], SuppressionEvent.Hold, scope.Now, scope.Transaction, cancellationToken);
                await scope.AuditAsync(
                    "suppression.add", RecipientMask.Mask(told.Address), $"{KebabOf(reason)}: {KebabOf(outcomes[0])}", cancellationToken);
                return outcomes[0];
            },
            cancellationToken));
    }

    /// <summary>Holds suggested or released entries, or releases entries; those that the event does not move stay as they are.</summary>
    /// <param name="recipientKeys">At most <see cref="MostAtOnce"/>.</param>
    /// <param name="happened">Hold or Release; only the rules suggest.</param>
    /// <param name="note">Why; a release must say it.</param>
    /// <returns>How many moved.</returns>
    public Task<OperationResult<int>> MoveAsync(
        Actor actor, TenantId tenant, IReadOnlyCollection<string> recipientKeys, SuppressionEvent happened, string note, CancellationToken cancellationToken) =>
        ProblemOf(recipientKeys, happened, note) is { } problem
            ? Task.FromResult<OperationResult<int>>(new OperationResult.Refused(problem))
            : ToldAsync(tenant, _writes.InTenantAsync<int>(
                actor,
                tenant,
                TenantAction.Suppress,
                async scope =>
                {
                    var known = await _writer.FindAsync(tenant, recipientKeys, scope.Transaction, cancellationToken);
                    IReadOnlyList<SuppressionRow> moved = [.. known.Values.Select(row => SuppressionMove.Of(row, happened, actor, note, scope.Now)).OfType<SuppressionRow>()];
                    if (moved.Count == 0)
                    {
                        return new OperationResult.Refused(
                            "None of the chosen addresses can be moved so: they were moved already, or stand there by the recipient's own word. Load the list again.");
                    }
                    await _writer.SaveAsync(tenant, moved, scope.Now, scope.Transaction, cancellationToken);
                    var names = string.Join(", ", moved.Take(Named).Select(row => RecipientMask.Mask(row.Address)));
                    await scope.AuditAsync($"suppression.{KebabOf(happened)}", SuppressionCount.Of(moved.Count), $"{SuppressionNote.Of(note)} ({names})", cancellationToken);
                    return moved.Count;
                },
                cancellationToken));

    private static string? ProblemOf(IReadOnlyCollection<string> keys, SuppressionEvent happened, string note) => (happened, keys.Count) switch
    {
        (SuppressionEvent.Suggest, _) => "Only the rules suggest.",
        (_, 0 or > MostAtOnce) => $"Choose 1 to {MostAtOnce} addresses.",
        (SuppressionEvent.Release, _) when string.IsNullOrWhiteSpace(note) => "Say why they are released: whoever looks at the list later asks for it.",
        _ => note.Length > LongestNote ? $"The reason is longer than {LongestNote} characters." : null,
    };

    private async Task<OperationResult<T>> ToldAsync<T>(TenantId tenant, Task<OperationResult<T>> change)
    {
        var result = await change;
        if (result.Problem is null)
        {
            _feed.Publish(tenant, ChangeKind.Suppressions);
        }
        return result;
    }

    private static string KebabOf<T>(T value)
        where T : struct, Enum => Core.KebabName.Of(value);
}
