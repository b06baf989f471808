namespace BounceBoard.Architecture.Tests.Plan;

/// <summary>The plan of the house as data: floors, arrows (they only point down), packages, slices, top level.</summary>
internal static class HousePlan
{
    private const string Di = "Microsoft.Extensions.DependencyInjection.Abstractions";
    private const string Log = "Microsoft.Extensions.Logging.Abstractions";
    private const string Hosting = "Microsoft.Extensions.Hosting.Abstractions";
    private const string Options = "Microsoft.Extensions.Options.ConfigurationExtensions";

    public static readonly Floor[] Floors =
    [
        new("Core", [], [], null, ["Addresses", "Audit"]),
        new("Mail", ["Core"], ["MimeKit", "MailKit", "ZstdSharp.Port", Di], ["MimeKit", "MailKit", "ZstdSharp", "BouncyCastle.Cryptography", Di], ["Reading", "Sending", "Unpacking"]),
        new("Dns", ["Core"], ["DnsClient", "System.Threading.RateLimiting", Di, Log, Options], null, ["Asking", "Resolving"]),
        new("Storage", ["Core"], ["Dapper", "Microsoft.Data.Sqlite", "Npgsql", "dbup-sqlite", "dbup-postgresql", Di, Log, Options, Hosting],
            ["Dapper", "Microsoft.Data.Sqlite", "SQLitePCLRaw.core", "Npgsql", "dbup-core", "dbup-sqlite", "dbup-postgresql"], ["Database", "Engines", "Migrations", "Settings", "Transfers"]),
        new("Operations", ["Mail", "Dns", "Storage", "Core"],
            ["Microsoft.AspNetCore.DataProtection", "Microsoft.Extensions.Identity.Core", Log, Options], null, ["Backups", "Outside"]),
        new("Web", ["Operations", "Storage", "Core"], ["MudBlazor", "Hangfire.AspNetCore", "Hangfire.InMemory", "Hangfire.PostgreSql", "Newtonsoft.Json"],
            ["MudBlazor", "Hangfire.AspNetCore", "Hangfire.Core", "Hangfire.NetCore", "Hangfire.InMemory", "Hangfire.PostgreSql", "Npgsql"],
            ["Api", "Components", "Hosting", "Layout", "Live", "Pages", "SignIn", "Theme"]),
        new("Cli", ["Operations", "Mail", "Dns", "Core"],
            [
                "System.CommandLine", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Configuration.Json",
                "Microsoft.Extensions.Configuration.EnvironmentVariables", "Microsoft.Extensions.Logging",
            ], null, ["Administration", "Diagnosing", "Inputs", "Parsing", "Replaying"]),
    ];

    /// <summary>A slice has one name on every floor and in the tests.</summary>
    public static readonly string[] Slices =
    [
        "Tenants", "Users", "Audit", "ApiTokens", "Domains", "Routes", "Sources", "Evidence", "Bounces", "Incidents", "Verdicts", "Suppressions",
        "Endpoints", "MxObservations", "Replays", "Jobs", "Keys", "Retention", "Webhooks", "Wordings", "Alerts",
        "RetryBatches", "SendingRoutes",
    ];

    /// <summary>What may stand at the top of the repository, besides names that begin with a dot.</summary>
    public static readonly string[] TopLevel =
    [
        "src", "tests", "wwwroot-assets", "BounceBoard.sln", "README.md", "appsettings.sample.json",
        "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE",
    ];

    public static Floor Find(string name) => Floors.Single(floor => floor.Name == name);
}
