using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Evidence;

/// <summary>The filter of the evidence list as a condition that says only what is asked for, so that an index can follow it.</summary>
internal static class EvidenceConditions
{
    /// <summary>Begins with AND, or is empty.</summary>
    public static string Where(EvidenceFilter filter, long? beforeId)
    {
        (bool Asked, string Condition)[] all =
        [
            (beforeId is not null, "id < @beforeId"),
            (filter.State is not null, StateIs(filter.State ?? EvidenceState.Parsed)),
            (filter.SourceId is not null, "source_id = @sourceId"),
            (filter.Kind is not null, "kind = @kind"),
            (LikePattern.Containing(filter.Text) is not null, @"LOWER(name) LIKE @text ESCAPE '\'"),
        ];
        return string.Concat(all.Where(part => part.Asked).Select(part => $" AND {part.Condition}"));
    }

    public static object Parameters(TenantId tenant, EvidenceFilter filter, int take, long? beforeId) => new
    {
        tenant,
        beforeId,
        sourceId = filter.SourceId,
        kind = filter.Kind?.ToString(),
        text = LikePattern.Containing(filter.Text),
        take,
    };

    // The rare states have indexes of their own rows only, which the engines use when the state is named in the statement itself.
    private static string StateIs(EvidenceState state) => state switch
    {
        EvidenceState.Received => "state = 'Received'",
        EvidenceState.Parsed => "state = 'Parsed'",
        EvidenceState.Quarantined => "state = 'Quarantined'",
    };
}
