using System.Globalization;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Web.Suppressions;

/// <summary>The list with the page's filter as a file, written as it is read; a masked list would suppress nobody, so only for who sees recipients.</summary>
internal static class SuppressionExport
{
    private static readonly string[] Columns = ["address", "reason", "state", "source", "since", "review at", "by", "incident", "note"];

    public static void MapSuppressionExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/t/{slug}/suppressions/export", GetAsync).RequireAuthorization();

    private static async Task<IResult> GetAsync(
        string slug, string? format, HttpRequest request, ClaimsPrincipal person, TenantAccess access, SuppressionListModel model,
        SuppressionReader reader, CancellationToken cancellationToken)
    {
        if (!long.TryParse(person.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var userId)
            || await access.FindAsync(userId, slug, cancellationToken) is not { } tenant || !tenant.Can(TenantAction.SeeRecipients))
        {
            return Results.NotFound();
        }
        var query = request.Query;
        var url = SuppressionListUrl.Read(
            query["state"], query["reason"], query["source"], query["incident"], query["window"], query["due"], query["q"], null);
        var rows = reader.StreamAsync(tenant.Tenant.Id, await model.FilterAsync(tenant, url, cancellationToken), cancellationToken);
        var isJson = format == "json";
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            body => isJson ? WriteJsonAsync(body, rows, cancellationToken) : WriteCsvAsync(body, rows, cancellationToken),
            isJson ? "application/json" : "text/csv; charset=utf-8", $"suppressions-{tenant.Tenant.Slug}.{(isJson ? "json" : "csv")}");
    }

    private static async Task WriteCsvAsync(Stream body, IAsyncEnumerable<SuppressionRow> rows, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(SafeCsv.Line(Columns).AsMemory(), cancellationToken);
        await foreach (var row in rows)
        {
            await writer.WriteLineAsync(SafeCsv.Line(Fields(row)).AsMemory(), cancellationToken);
        }
    }

    private static async Task WriteJsonAsync(Stream body, IAsyncEnumerable<SuppressionRow> rows, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var between = "[\n";
        await foreach (var row in rows)
        {
            var fields = Columns.Select(column => column.Replace(" a", "A", StringComparison.Ordinal)).Zip(Fields(row)).ToDictionary(pair => pair.First, pair => pair.Second);
            await writer.WriteAsync((between + JsonSerializer.Serialize(fields)).AsMemory(), cancellationToken);
            between = ",\n";
        }
        await writer.WriteAsync(between == "[\n" ? "[]\n" : "\n]\n");
    }

    private static IReadOnlyList<string?> Fields(SuppressionRow row) =>
    [
        row.Address, KebabName.Of(row.Reason), KebabName.Of(row.State), KebabName.Of(row.Source), Time(row.Since), Time(row.ReviewAt), row.AddedBy,
        row.IncidentNumber?.ToString(CultureInfo.InvariantCulture), row.Note,
    ];

    private static string? Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
