namespace BounceBoard.Storage.MxObservations;

/// <summary>Which domains a tenant cares for. The names are public and leave without their tenants.</summary>
internal static class WatchedDomains
{
    /// <summary>One column <c>domain</c>: recipient domains of open incidents and sending domains; samples and archived tenants ask nobody.</summary>
    public const string Sql = """
        SELECT d.recipient_domain AS domain
        FROM incident_domain d
        JOIN incident i ON i.tenant_id = d.tenant_id AND i.id = d.incident_id
        JOIN tenant t ON t.tenant_id = d.tenant_id
        WHERE i.state IN ('Open', 'Recovering') AND NOT t.is_demo AND t.state <> 'Archived'
        UNION
        SELECT s.name AS domain
        FROM tenant_domain s
        JOIN tenant t ON t.tenant_id = s.tenant_id
        WHERE NOT t.is_demo AND t.state <> 'Archived'
        """;
}
