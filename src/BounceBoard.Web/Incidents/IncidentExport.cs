using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Operations.Tenants;

namespace BounceBoard.Web.Incidents;

/// <summary>The incident list as a file: the same filter and order as the page, all its pages.</summary>
internal static class IncidentExport
{
    /// <summary>Rows of one file.</summary>
    public const int Most = 5000;

    private static readonly string[] Columns =
        ["number", "title", "state", "labels", "verdict", "confidence", "cause", "people", "refusals", "first", "last", "owner", "acknowledged", "reason"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void MapIncidentExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{slug}/incidents/export", GetAsync).RequireAuthorization();

    public static string Href(string slug, IncidentListUrl url, string format)
    {
        var list = (url with { Page = 1 }).ToHref(slug);
        var query = list.IndexOf('?', StringComparison.Ordinal);
        return $"/t/{slug}/incidents/export?format={format}{(query < 0 ? "" : "&" + list[(query + 1)..])}";
    }

    private static async Task<IResult> GetAsync(
        string slug, string? format, string? q, string? sort, ClaimsPrincipal person, TenantAccess access, IncidentListModel model,
        HttpResponse response, CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await access.FindAsync(userId, slug, cancellationToken) is not { } tenant)
        {
            return Results.NotFound();
        }
        var rows = new List<IncidentListRow>();
        for (var url = IncidentListUrl.Read(q, sort, null); rows.Count < Most; url = url with { Page = url.Page + 1 })
        {
            var page = await model.RowsAsync(tenant, url, userId, cancellationToken);
            rows.AddRange(page);
            if (page.Count < IncidentListUrl.PageSize)
            {
                break;
            }
        }
        response.Headers.CacheControl = "no-store";
        return format == "json"
            ? Results.File(JsonSerializer.SerializeToUtf8Bytes(rows.Select(row => Columns.Zip(Fields(row)).ToDictionary(pair => pair.First, pair => pair.Second)), Indented),
                "application/json", "incidents.json")
            : Results.File(Encoding.UTF8.GetBytes(Csv(rows)), "text/csv; charset=utf-8", "incidents.csv");
    }

    public static string Csv(IEnumerable<IncidentListRow> rows) => string.Concat(rows.Select(Fields).Prepend(Columns).Select(fields => SafeCsv.Line(fields) + "\r\n"));

    private static IEnumerable<string?> Fields(IncidentListRow row)
    {
        var incident = row.Incident;
        return
        [
            Number(incident.Number), incident.Title, KebabName.Of(incident.State), string.Join(' ', row.Labels.Select(KebabName.Of)),
            incident.Verdict is { } verdict ? KebabName.Of(verdict) : null, incident.Confidence is { } confidence ? KebabName.Of(confidence) : null,
            incident.Cause is { } cause ? KebabName.Of(cause) : null, Number(incident.People), Number(incident.Refusals), Time(incident.FirstAt),
            Time(incident.LastAt), row.Owner, incident.AcknowledgedAt is { } at ? Time(at) : null, row.Reason,
        ];
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
