namespace BounceBoard.Storage.Replays;

/// <summary>The range of a replay as a condition on the table incident, saying only what is asked for; names are those of <see cref="ReplayRange"/>.</summary>
internal static class ReplayConditions
{
    // A merged incident's refusals are counted by the one it was merged into.
    private const string InTime = """
         AND state <> 'Merged' AND last_at >= @from AND first_at < @until AND EXISTS (
            SELECT 1 FROM incident_hour h
            WHERE h.tenant_id = @tenant AND h.incident_id = incident.id AND h.hour >= @from AND h.hour < @until)
        """;

    private const string AtScope = """
         AND (scope_name = @scope OR EXISTS (
            SELECT 1 FROM incident_domain d
            WHERE d.tenant_id = @tenant AND d.incident_id = incident.id AND d.recipient_domain = @scope))
        """;

    /// <summary>Begins with AND.</summary>
    public static string Where(ReplayRange range) => range.Scope is null ? InTime : InTime + AtScope;
}
