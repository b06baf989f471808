using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>
/// The filter of the incident lists as a condition, its order, and the parameters of both. Only what is asked for is said: a condition that is
/// always true, or a column chosen by a parameter, would keep the engines from their indexes.
/// </summary>
internal static class IncidentConditions
{
    /// <summary>Begins with AND, or is empty.</summary>
    public static string Where(IncidentFilter filter)
    {
        (bool Asked, string Condition)[] all =
        [
            (filter.Verdict is not null, "verdict = @verdict"),
            (filter.Cause is not null, "cause = @cause"),
            (filter.State is not null, "state = @state"),
            (filter.Family is not null, "family = @family"),
            (filter.ScopeName is not null, "scope_name = @scopeName"),
            (LikePattern.Containing(filter.Text) is not null, @"(LOWER(title) LIKE @text ESCAPE '\' OR scope_name LIKE @text ESCAPE '\')"),
            (filter.Pool is not null, "EXISTS (SELECT 1 FROM incident_pool p WHERE p.tenant_id = @tenant AND p.incident_id = incident.id AND p.pool = @pool)"),
            (filter.OwnerId == 0, "owner_id IS NULL"),
            (filter.OwnerId > 0, "owner_id = @ownerId"),
            (filter.OnlyOpen, "state IN ('Open', 'Recovering')"),
            (filter.From is not null, "last_at >= @from"),
            (filter.Until is not null, "first_at < @until"),
        ];
        return string.Concat(all.Where(part => part.Asked).Select(part => $" AND {part.Condition}"));
    }

    /// <summary>The greatest first, or the smallest.</summary>
    public static string OrderBy(IncidentFilter filter)
    {
        var column = filter.Sort switch
        {
            IncidentSort.LastAt => "last_at",
            IncidentSort.FirstAt => "first_at",
            IncidentSort.Refusals => "refusals",
            IncidentSort.People => "people",
            IncidentSort.Number => "number",
        };
        var direction = filter.Ascending ? "ASC" : "DESC";
        return $"{column} {direction}, id {direction}";
    }

    public static object Parameters(TenantId tenant, IncidentFilter filter) => new
    {
        tenant,
        verdict = filter.Verdict?.ToString(),
        cause = filter.Cause?.ToString(),
        state = filter.State?.ToString(),
        family = filter.Family?.ToString(),
        scopeName = filter.ScopeName,
        pool = filter.Pool,
        ownerId = filter.OwnerId,
        text = LikePattern.Containing(filter.Text),
        from = filter.From,
        until = filter.Until,
        take = filter.Take,
        skip = filter.Skip,
    };
}
