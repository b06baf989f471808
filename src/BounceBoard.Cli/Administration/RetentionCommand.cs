using System.CommandLine;
using System.Globalization;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Users;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin retention</c>: how long evidence is kept.</summary>
internal static class RetentionCommand
{
    public static Command Create()
    {
        var tenant = new Option<string?>("--tenant") { Description = "Slug of the tenant to change." };
        var days = new Option<int?>("--days") { Description = "Days from arrival; 0 for ever. Without it the tenant follows Storage:RetentionDays again." };
        var run = new Option<bool>("--run") { Description = "Remove now what is kept no longer, instead of in the night." };
        var command = new Command("retention", "Lists how long each tenant's evidence is kept, and changes it.") { tenant, days, run };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(days) is not null && parsed.GetValue(tenant) is null)
            {
                parsed.AddError("--days is of one tenant: name it with --tenant. For all tenants there is Storage:RetentionDays.");
            }
        });
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: false, async services =>
        {
            var console = parsed.InvocationConfiguration;
            if (parsed.GetValue(tenant) is { } slug && await SetAsync(services, slug, parsed.GetValue(days), cancellationToken) is { } problem)
            {
                await console.Error.WriteLineAsync(problem);
                return 1;
            }
            if (parsed.GetValue(run))
            {
                var removed = await services.GetRequiredService<RetentionSweep>().RunAsync(cancellationToken);
                await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{removed} evidence items and refusals removed; the audit logs say whose."));
            }
            foreach (var line in await services.GetRequiredService<RetentionAdministration>().ListAsync(cancellationToken))
            {
                await console.Output.WriteLineAsync(Text(line));
            }
            return 0;
        }));
        return command;
    }

    /// <returns>What went wrong, or null.</returns>
    private static async Task<string?> SetAsync(IServiceProvider services, string slug, int? days, CancellationToken cancellationToken)
    {
        var retention = services.GetRequiredService<RetentionAdministration>();
        return await retention.FindAsync(slug, cancellationToken) is { } tenant
            ? (await retention.SetAsync(Actor.Cli, tenant.Id, days, cancellationToken)).Problem
            : $"There is no tenant {slug}.";
    }

    private static string Text(TenantRetention tenant)
    {
        var kept = tenant.Days == 0 ? "for ever" : string.Create(CultureInfo.InvariantCulture, $"{tenant.Days} days");
        return $"{tenant.Slug}: {kept}{(tenant.Own is null ? ", as the installation" : "")}";
    }
}
