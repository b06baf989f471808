using System.Globalization;
using System.Text.Json;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Web.Api;

/// <summary>
/// The list as JSON lines, one object each, in the order of the changes, written as it is read. A reader that knows nothing gets what is held; one
/// that names its last cursor gets what changed since, releases too.
/// </summary>
internal sealed class SuppressionChanges(SuppressionReader reader, TenantId tenant, long after) : IResult
{
    private const int AtOnce = 1000;

    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    /// <param name="since">A cursor or a time; null for everything.</param>
    public static bool TryReadSince(string? since, out long after)
    {
        after = 0;
        if (string.IsNullOrEmpty(since) || long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return true;
        }
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || at < DateTimeOffset.UnixEpoch)
        {
            return false;
        }
        after = RowIds.First(at) - 1;
        return true;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/x-ndjson; charset=utf-8";
        httpContext.Response.Headers.CacheControl = "no-store";
        var cancellationToken = httpContext.RequestAborted;
        // What moves while the first reading runs comes after it, releases too: else the last cursor would lie behind a change that was never told.
        long? until = after == 0 ? await reader.LatestAsync(tenant, cancellationToken) : null;
        var last = after;
        if (until is not null)
        {
            await WriteAsync(httpContext.Response, heldOnly: true, last, until, cancellationToken);
            last = until.Value;
        }
        await WriteAsync(httpContext.Response, heldOnly: false, last, null, cancellationToken);
    }

    private async Task WriteAsync(HttpResponse response, bool heldOnly, long from, long? until, CancellationToken cancellationToken)
    {
        IReadOnlyList<SuppressionAnswer> page;
        do
        {
            page = await reader.ChangesAsync(tenant, heldOnly, from, until, AtOnce, cancellationToken);
            foreach (var answer in page)
            {
                await JsonSerializer.SerializeAsync(response.Body, SuppressionLine.Of(answer, withCursor: true), JsonSerializerOptions.Web, cancellationToken);
                await response.Body.WriteAsync(LineEnd, cancellationToken);
                from = answer.Id;
            }
            await response.Body.FlushAsync(cancellationToken);
        }
        while (page.Count == AtOnce);
    }
}
