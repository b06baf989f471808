using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The filter of the incident lists as a condition and its parameters.</summary>
internal static class IncidentConditions
{
    public const string Where = """
        tenant_id = @tenant
          AND (@verdict IS NULL OR verdict = @verdict)
          AND (@cause IS NULL OR cause = @cause)
          AND (@state IS NULL OR state = @state)
          AND (@family IS NULL OR family = @family)
          AND (@scopeName IS NULL OR scope_name = @scopeName)
          AND (@text IS NULL OR title LIKE @text ESCAPE '\' OR scope_name LIKE @text ESCAPE '\')
          AND (NOT @onlyOpen OR state IN ('Open', 'Recovering'))
          AND (@from IS NULL OR last_at >= @from)
          AND (@until IS NULL OR first_at < @until)
        """;

    public static object Parameters(TenantId tenant, IncidentFilter filter) => new
    {
        tenant,
        verdict = filter.Verdict?.ToString(),
        cause = filter.Cause?.ToString(),
        state = filter.State?.ToString(),
        family = filter.Family?.ToString(),
        scopeName = filter.ScopeName,
        text = LikePattern.Containing(filter.Text),
        onlyOpen = filter.OnlyOpen,
        from = filter.From,
        until = filter.Until,
        take = filter.Take,
        skip = filter.Skip,
    };

    /// <summary>Constants only: what a person typed never becomes SQL.</summary>
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
}
