using System.Globalization;
using System.Security.Claims;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Web.Evidence;

/// <summary>Hands out the raw bytes of one piece of evidence as a file; never as something a browser would open.</summary>
internal static class RawEndpoint
{
    public static void MapRawEvidence(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{slug}/evidence/{id:long}/raw", GetAsync).RequireAuthorization();

    // What is not there, what belongs to another tenant and what this role may not see look the same from outside.
    private static async Task<IResult> GetAsync(
        string slug, long id, ClaimsPrincipal person, TenantAccess access, EvidenceReader evidence, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await access.FindAsync(userId, slug, cancellationToken) is not { } tenant
            || !tenant.Can(TenantAction.SeeRecipients)
            || await evidence.ContentAsync(tenant.Tenant.Id, id, cancellationToken) is not { } bytes)
        {
            return Results.NotFound();
        }
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        // The name is ours: that of the file was chosen by a stranger.
        return Results.File(bytes, "application/octet-stream", string.Create(CultureInfo.InvariantCulture, $"evidence-{id}.bin"));
    }
}
