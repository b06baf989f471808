using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BounceBoard.Web.Hosting;

/// <summary>Ready when a table of the schema can be read; the schema itself was checked at the start.</summary>
internal sealed class DatabaseHealth(TenantReader tenants, Outage outage) : IHealthCheck
{
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (outage.Now is { Kind: StorageFault.Outage } away)
        {
            return HealthCheckResult.Unhealthy(OutageWords.Of(away));
        }
        try
        {
            await tenants.FindAsync(TenantId.Installation, cancellationToken);
            // A full disk still serves readers: taking every node out of the proxy would help nobody.
            return outage.Now is { } full ? HealthCheckResult.Degraded(OutageWords.Of(full)) : HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (outage.Covers(fault) is true)
        {
            return HealthCheckResult.Unhealthy(OutageWords.Of(outage.Now));
        }
    }

    /// <summary>The state and, when it is not healthy, why.</summary>
    public static Task WriteAsync(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain; charset=utf-8";
        var why = string.Join(' ', report.Entries.Values.Select(entry => entry.Description).OfType<string>());
        return http.Response.WriteAsync(why.Length == 0 ? report.Status.ToString() : $"{report.Status}: {why}", http.RequestAborted);
    }
}
