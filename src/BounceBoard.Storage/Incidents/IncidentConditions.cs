using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Incidents;

/// <summary>The filter of the incident lists as a condition, its order, and the parameters of both.</summary>
internal static class IncidentConditions
{
    public const string Where = """
        (@verdict IS NULL OR verdict = @verdict)
          AND (@cause IS NULL OR cause = @cause)
          AND (@state IS NULL OR state = @state)
          AND (@family IS NULL OR family = @family)
          AND (@scopeName IS NULL OR scope_name = @scopeName)
          AND (@text IS NULL OR LOWER(title) LIKE @text ESCAPE '\' OR scope_name LIKE @text ESCAPE '\')
          AND (NOT @onlyOpen OR state IN ('Open', 'Recovering'))
          AND (@from IS NULL OR last_at >= @from)
          AND (@until IS NULL OR first_at < @until)
        """;

    /// <summary>The greatest first; every sortable column is a number, so a sign turns the order round.</summary>
    public const string OrderBy = """
        @direction * CASE @sort
            WHEN 'LastAt' THEN last_at
            WHEN 'FirstAt' THEN first_at
            WHEN 'Refusals' THEN refusals
            WHEN 'People' THEN people
            ELSE number
        END DESC, @direction * id DESC
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
        sort = filter.Sort.ToString(),
        direction = filter.Ascending ? -1 : 1,
    };
}
