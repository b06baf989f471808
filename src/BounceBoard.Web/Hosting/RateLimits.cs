using System.Globalization;
using System.Threading.RateLimiting;
using BounceBoard.Web.Api;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Hosting;

/// <summary>Slows down whoever guesses passwords or tokens: a fixed number of requests per minute and address.</summary>
internal static class RateLimits
{
    private static readonly PathString[] SignIn = ["/login", "/setup", "/link"];

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
            limits.OnRejected = async (rejected, cancellationToken) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
                await rejected.HttpContext.Response.WriteAsync("Too many requests from this address. Wait a minute and try again.", cancellationToken);
            };
        });
        return services;
    }

    private static RateLimitPartition<string> Partition(HttpContext http)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<WebOptions>>().Value;
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return http.Request switch
        {
            { Method: "POST", Path: var path } when SignIn.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)) =>
                Minute($"sign-in {address}", options.SignInsPerMinute),
            // Report links open by a secret alone, so their guesses are counted as those of tokens are.
            { Path: var path } when path.StartsWithSegments("/r", StringComparison.OrdinalIgnoreCase) =>
                Minute($"reports {address}", options.ApiRequestsPerMinute),
            { Path: var path } when path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) =>
                Minute($"api {address}", options.ApiRequestsPerMinute),
            { Path: var path } when path.StartsWithSegments(WebhookApi.Path, StringComparison.OrdinalIgnoreCase) =>
                Minute($"hooks {address}", options.WebhookPostsPerMinute),
            _ => RateLimitPartition.GetNoLimiter("others"),
        };
    }

    private static RateLimitPartition<string> Minute(string key, int requests) =>
        RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1) });
}
