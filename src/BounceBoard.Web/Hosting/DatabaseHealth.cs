using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BounceBoard.Web.Hosting;

/// <summary>Ready when a table of the schema can be read; the schema itself was checked at the start.</summary>
internal sealed class DatabaseHealth(TenantReader tenants) : IHealthCheck
{
    public const string Tag = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        try
        {
            await tenants.FindAsync(TenantId.Installation, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException fault)
        {
            return HealthCheckResult.Unhealthy("The database cannot be read.", fault);
        }
    }
}
