using BounceBoard.Storage.Database;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Hosting;

/// <summary>Silences, while the database is away, those who would say so again and again: the log has the one line that tells it.</summary>
internal sealed class OutageQuiet(Outage outage) : IPostConfigureOptions<LoggerFilterOptions>
{
    private static readonly string[] Talkers = ["Hangfire", "Microsoft.Extensions.Diagnostics.HealthChecks"];

    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        foreach (var talker in Talkers)
        {
            // The level that was chosen stays.
            var level = options.Rules.LastOrDefault(rule => rule.ProviderName is null && rule.CategoryName == talker)?.LogLevel ?? LogLevel.Warning;
            options.Rules.Add(new LoggerFilterRule(null, talker, level, (_, _, _) => outage.Now is null));
        }
    }
}
