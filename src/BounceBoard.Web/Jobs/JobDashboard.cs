using System.Globalization;
using System.Security.Claims;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>The job dashboard: read-only, for owners of the installation; for everyone else there is no such page.</summary>
internal static class JobDashboard
{
    private const string Path = "/hangfire";

    public static void UseJobDashboard(this WebApplication app)
    {
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            branch => branch.Use(async (http, next) =>
            {
                var access = http.RequestServices.GetRequiredService<InstallationAccess>();
                var isOwner = long.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
                    && await access.IsOwnerAsync(Actor.Person(userId, ""), http.RequestAborted);
                if (isOwner)
                {
                    await next(http);
                }
                else
                {
                    http.Response.StatusCode = StatusCodes.Status404NotFound;
                }
            }));
        // The gate above decides; the dashboard's own filter admits this machine only.
        app.UseHangfireDashboard(Path, new DashboardOptions { IsReadOnlyFunc = _ => true, Authorization = [], DisplayStorageConnectionString = false });
    }
}
