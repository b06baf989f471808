using System.Globalization;
using System.Security.Claims;
using System.Text;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Web.Incidents;

/// <summary>The evidence packet as a text file.</summary>
internal static class PacketEndpoint
{
    public static void MapPacket(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{slug}/incidents/{number:long}/packet", GetAsync).RequireAuthorization();

    /// <param name="named">With the recipients' addresses; counts only for whoever may see them.</param>
    public static string Text(TenantContext tenant, IncidentData data, bool named) => PostmasterText.Write(
        data.Incident, data.Verdict, data.Endpoint, named && tenant.Can(TenantAction.SeeRecipients) ? text => text : MaskedText.Outward);

    private static async Task<IResult> GetAsync(
        string slug, long number, bool? recipients, ClaimsPrincipal person, TenantAccess access, IncidentModel model, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await access.FindAsync(userId, slug, cancellationToken) is not { } tenant
            || await model.LoadAsync(tenant, number, cancellationToken) is not { } data)
        {
            return Results.NotFound();
        }
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
        var name = string.Create(CultureInfo.InvariantCulture, $"incident-{number}-evidence.txt");
        return Results.File(Encoding.UTF8.GetBytes(Text(tenant, data, recipients == true)), "text/plain; charset=utf-8", name);
    }
}
