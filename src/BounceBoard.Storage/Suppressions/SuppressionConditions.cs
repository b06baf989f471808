using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Suppressions;

/// <summary>The filter of the lists as a condition on the alias s, saying only what is asked for, and its parameters.</summary>
internal static class SuppressionConditions
{
    /// <summary>Begins with AND, or is empty.</summary>
    public static string Where(SuppressionFilter filter, long? before)
    {
        (bool Asked, string Condition)[] all =
        [
            (before is not null, "s.id < @before"),
            (filter.State is not null, "s.state = @state"),
            (filter.Reason is not null, "s.reason = @reason"),
            (filter.Source is not null, "s.source = @source"),
            (filter.IncidentId is not null, "s.incident_id = @incidentId"),
            (filter.WindowId is not null, "s.window_id = @windowId"),
            (filter.DueBy is not null, "s.state = 'Held' AND s.review_at <= @dueBy"),
            (LikePattern.Containing(filter.Text) is not null, @"s.recipient_key LIKE @text ESCAPE '\'"),
        ];
        return string.Concat(all.Where(part => part.Asked).Select(part => $" AND {part.Condition}"));
    }

    public static object Parameters(TenantId tenant, SuppressionFilter filter, long? before, int take) => new
    {
        tenant,
        before,
        take,
        state = filter.State?.ToString(),
        reason = filter.Reason?.ToString(),
        source = filter.Source?.ToString(),
        incidentId = filter.IncidentId,
        windowId = filter.WindowId,
        dueBy = filter.DueBy,
        text = LikePattern.Containing(filter.Text),
    };
}
