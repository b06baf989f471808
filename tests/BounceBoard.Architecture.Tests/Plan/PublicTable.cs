namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>A table that belongs to no tenant, with the reason.</summary>
internal sealed record PublicTable(string Name, string Reason)
{
    public static readonly PublicTable[] All =
    [
        new("app_user", "a person may work for several tenants; membership rows name the tenant"),
        new("one_time_link", "belongs to a person or to the installation's first run"),
        new("mx_observation", "public DNS answers, shared by every tenant that meets the domain"),
        new("record_observation", "public DNS answers, shared by every tenant that meets the name"),
        new("domain_watch", "which public names are asked again, and when"),
        new("node", "processes of the installation, each with its number for row ids"),
        new("data_protection_key", "the installation's own keys"),
        new("sending_identity", "which database this is"),
        new("sending_secret", "one key of the whole installation"),
        new("copy_progress", "how far each table of a move has come"),
        new("information_schema", "PostgreSQL's own list of tables"),
        new("sqlite_master", "SQLite's own list of tables"),
    ];
}
