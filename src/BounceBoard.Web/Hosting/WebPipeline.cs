using BounceBoard.Web.Api;
using BounceBoard.Web.Jobs;
using BounceBoard.Web.SignIn;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace BounceBoard.Web.Hosting;

/// <summary>The order in which a request meets the house.</summary>
internal static class WebPipeline
{
    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseOutageGate();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UseJobDashboard();
    }

    public static void MapWeb(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapTheme();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(DatabaseHealth.Tag),
            ResponseWriter = DatabaseHealth.WriteAsync,
        }).AllowAnonymous();
        app.MapSignOut();
        app.MapPages();
        app.MapEvidenceApi();
        app.MapSuppressionApi();
        app.MapOutcomeApi();
        app.MapWebhookApi();
        // Our own header says 'none'; Blazor would add a second, weaker one.
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .RequireAuthorization();
    }
}
