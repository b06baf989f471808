using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Wordings;
using BounceBoard.Operations.Bounces;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Wordings;

/// <summary>
/// Counts what no row knows, inside the transaction that files it and from newly filed refusals only: evidence that is read again, or told of by a second
/// source, counts once.
/// </summary>
internal sealed class UnknownWordings(UnknownWordingWriter writer)
{
    /// <param name="added">New refusals, each with the evidence that told of it first and its row as that told it.</param>
    public Task CountAsync(
        FilingContext context, IEnumerable<(RefusalRow First, long EvidenceId)> added, DbTransaction transaction, CancellationToken cancellationToken) =>
        writer.AddAsync(
            context.Tenant, added.Select(one => Of(one.First, one.EvidenceId)).OfType<UnknownReply>(), context.Now, transaction, cancellationToken);

    // The id is the refusal's own: the row is taken before it joins its incident.
    private static UnknownReply? Of(RefusalRow row, long evidenceId)
    {
        if (row.ReplyText is not { } reply || row.RuleId is not null)
        {
            return null;
        }
        var host = row.RemoteMta ?? row.RecipientDomain;
        var meaning = ReplyClassifier.Explain(row.ReplyCode, row.Status, reply, row.Stage, host);
        // Another category than that of the codes was stated by a service, or read from the words around the reply.
        var isByCodes = row.Category == meaning.Category || row.Category is BounceCategory.Undetermined or BounceCategory.OnHold;
        if (meaning.Basis != ReplyBasis.Codes || !isByCodes)
        {
            return null;
        }
        var skeleton = WordingSkeleton.Of(reply, row.Recipient, row.OriginalRecipient, row.Sender, row.MessageId, row.QueueId);
        return skeleton.Any(char.IsLetter)
            ? new UnknownReply(skeleton, row.OccurredAt, row.Id, evidenceId, row.ReplyCode, row.Status, host, row.Category)
            : null;
    }
}
