using System.Globalization;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Web.Api;

namespace BounceBoard.Web.Hosting;

/// <summary>
/// Answers 503 when a request meets a database that is away: a page that says so and loads itself again, or a problem in JSON with Retry-After. It
/// stands inside the error pages, so that an outage is one line in the log and not one per request.
/// </summary>
internal static class OutageGate
{
    private const int ApiSeconds = 30;
    private static readonly PathString[] Programs = ["/api", WebhookApi.Path];

    public static void UseOutageGate(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var outage = http.RequestServices.GetRequiredService<Outage>();
        try
        {
            await next(http);
        }
        catch (Exception fault) when (outage.Covers(fault) is true && !http.Response.HasStarted)
        {
            await AnswerAsync(http, outage.Now ?? Passed(fault));
        }
    });

    /// <summary>The answer for a program.</summary>
    public static IResult Problem(HttpContext http, string detail)
    {
        http.Response.Headers.RetryAfter = ApiSeconds.ToString(CultureInfo.InvariantCulture);
        return Results.Problem(detail, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database does not take anything now");
    }

    private static async Task AnswerAsync(HttpContext http, OutageState? state)
    {
        http.Response.Clear();
        if (Programs.Any(prefix => http.Request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase)))
        {
            await Problem(http, $"{OutageWords.Of(state)} This request is not acknowledged; send the same again later.").ExecuteAsync(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        http.Response.Headers.RetryAfter = OutagePage.Seconds.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(OutagePage.Of(state, HttpMethods.IsGet(http.Request.Method)), http.RequestAborted);
    }

    // A statement that took too long: the database is not known to be away.
    private static OutageState? Passed(Exception fault) =>
        StorageFaults.Of(fault) == StorageFault.Full ? new OutageState(TimeProvider.System.GetUtcNow(), StorageFault.Full, "") : null;
}
