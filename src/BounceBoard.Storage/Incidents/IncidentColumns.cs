namespace BounceBoard.Storage.Incidents;

/// <summary>The columns of an <see cref="IncidentRow"/>.</summary>
internal static class IncidentColumns
{
    public const string All = """
        id, number, family, scope, scope_name, state, title, refusals, people, first_at, last_at, opened_at, closed_at, verdict, cause,
        confidence, decided_at, since_at, stopped_at, expected_thousandths, actual, attempts, spike_text, explained_by, explanation, other_senders,
        acknowledged_at, acknowledged_by, owner_id, regressed_at, merged_into
        """;
}
