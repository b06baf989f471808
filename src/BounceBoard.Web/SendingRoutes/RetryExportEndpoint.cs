using System.Globalization;
using System.Security.Claims;
using System.Text;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Antiforgery;

namespace BounceBoard.Web.SendingRoutes;

/// <summary>The recipients of an approved stage as a file. A post, since the first download hands them over.</summary>
internal static class RetryExportEndpoint
{
    public static void MapRetryExport(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/t/{slug}/retries/{number:long}/export", PostAsync).RequireAuthorization();

    private static async Task<IResult> PostAsync(
        string slug, long number, HttpContext http, ClaimsPrincipal person, IAntiforgery antiforgery, TenantAccess access, RetryExport export,
        CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await access.FindAsync(userId, slug, cancellationToken) is not { } tenant)
        {
            return Results.NotFound();
        }
        // Metadata alone does not reject on a minimal endpoint.
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }
        var actor = Actor.Person(userId, person.Identity?.Name ?? "");
        var result = await export.DownloadAsync(actor, tenant.Tenant.Id, number, cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return result.TryGet(out var file)
            ? Results.File(Encoding.UTF8.GetBytes(string.Concat(file.Lines.Select(line => line + "\r\n"))), "text/csv; charset=utf-8", file.Name)
            : Results.Text(result.Problem, statusCode: StatusCodes.Status409Conflict);
    }
}
