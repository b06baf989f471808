using System.Data.Common;
using BounceBoard.Core.Domains;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.MxObservations;

/// <summary>Stores the answers of one look as observations.</summary>
public sealed class ObservationFiling(MxObservationWriter mx, RecordObservationWriter records)
{
    /// <returns>True when an answer that a verdict stands on is new: MX, reverse names and their addresses, not TXT.</returns>
    internal async Task<bool> StoreAsync(LookAnswers answers, DateTimeOffset at, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var changed = false;
        foreach (var (resolver, answer) in answers.Mx)
        {
            changed |= await mx.SeenAsync(resolver, answer, at, ObservationOrigin.Live, transaction, cancellationToken);
        }
        foreach (var (resolver, answer) in answers.Records)
        {
            var isNew = await records.SeenAsync(resolver, answer, at, ObservationOrigin.Live, transaction, cancellationToken);
            changed |= isNew && answer.Type != RecordType.Txt;
        }
        return changed;
    }
}
