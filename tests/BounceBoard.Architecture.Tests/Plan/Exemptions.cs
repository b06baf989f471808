namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>Every place that may break a rule; one that is no longer needed fails its rule.</summary>
internal static class Exemptions
{
    public static readonly Exemption[] All =
    [
        new("CatchTests", "src/BounceBoard.Web/Jobs/Job.cs", "the job boundary"),
        new("CancellationTests", "src/BounceBoard.Operations/Users/PasswordRules.cs", "Identity's IPasswordValidator has no token"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Audit/AuditReader.cs ListChainsAsync", "names the chains; each is then verified by itself"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Evidence/DueEvidenceReader.cs TenantsAsync", "asks which tenants have due work"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Jobs/SliceChainWriter.cs EndAllAsync", "claims of the one process there was, of whatever tenant"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/MxObservations/", "public names that any tenant watches; they leave without their tenants"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/ApiTokens/ApiTokenReader.cs FindByHashAsync", "the token's hash is unique and says which tenant it is"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Webhooks/WebhookReader.cs FindByHashAsync", "the address's hash is unique and says which tenant it is"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Sources/SourceReader.cs ListWatchedAsync", "the watch over every tenant's sources; each row carries its tenant"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Incidents/DueIncidentReader.cs", "due work of every tenant; each row carries its tenant"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Incidents/OtherSendersReader.cs", "the one look across tenants: a number for a tenant, the tenants themselves for the operator"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Routes/DueRouteReader.cs", "asks which tenants have due work"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Domains/DueExamReader.cs", "asks which tenants have due work"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Domains/ExamClaimWriter.cs HurryAsync", "a public name changed, whoever sends from it"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Domains/DomainShareReader.cs FindByHashAsync", "the link's hash is unique and says which tenant it is"),
        new("SqlStyleTests", "src/BounceBoard.Storage/Incidents/IncidentMergeWriter.cs", "put together from the house's own table and key names"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Sources/SourceReader.cs ListDropFoldersAsync", "the folder watch of every tenant; each row carries its tenant"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Sources/FollowedLogReader.cs ListAllAsync", "follows the logs of every tenant; each row carries its tenant"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Wordings/InstallationWordingReader.cs ListAsync", "sums over the tenants for the owners; no tenant and no example leaves it"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Alerts/DueAlertReader.cs TenantsAsync", "asks which tenants have due work"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/RetryBatches/DueRetryReader.cs TenantsAsync", "asks which tenants have due work"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Tenants/TenantReader.cs", "finds or lists the tenants themselves"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Users/MemberReader.cs TenantsOfAsync", "asks in which tenants one person works"),
        new("SqlStyleTests", "src/BounceBoard.Storage/Transfers/MoveStatements.cs", "put together from the house's own table and column names"),
        new("SqlStyleTests", "src/BounceBoard.Storage/Engines/MonthPartition.cs", "a partition's name is its month"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Engines/ExpiredMonths.cs", "asks the server for its own list of partitions"),
        new("SqlNamesTenantTests", "src/BounceBoard.Storage/Domains/ScoreSumReader.cs", "sums up each of the tenants that a person may see; each row carries its tenant"),
        new("TypeLengthTests", "src/BounceBoard.Core/Bounces/Classification/", "ordered data: a row per wording, with who says it"),
    ];
}
