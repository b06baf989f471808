using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Storage.Suppressions;
using Microsoft.AspNetCore.Http.Features;

namespace BounceBoard.Web.Api;

/// <summary>Answers what a sender asks before it sends, hands out the changes of the list, and takes addresses in.</summary>
internal static class SuppressionApi
{
    private const int MostJson = 16 * 1024;
    private const string Path = "/api/v1/t/{slug}/suppressions";

    public static void MapSuppressionApi(this IEndpointRouteBuilder endpoints)
    {
        // The token is the credential; no cookie is read here, so there is nothing to forge across sites.
        endpoints.MapGet(Path, FollowAsync).AllowAnonymous();
        // To the end of the path: a slash may stand in a local part.
        endpoints.MapGet(Path + "/{*address}", AnswerAsync).AllowAnonymous();
        endpoints.MapPost(Path, AddAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static async Task<IResult> AnswerAsync(
        string slug, string address, HttpRequest request, ApiTokenCheck tokens, SuppressionReader reader, CancellationToken cancellationToken)
    {
        var (caller, refusal) = await ApiEntry.FindAsync(request, slug, TokenScopes.SuppressionsRead, tokens, cancellationToken);
        if (caller is null)
        {
            return refusal ?? Results.NotFound();
        }
        // The server leaves this one character as it was sent.
        if (!EmailAddress.TryParse(address.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase), out var asked))
        {
            return ApiEntry.Problem(StatusCodes.Status400BadRequest, "The end of the path is no mail address. Encode it: user%40example.net.");
        }
        var answer = await reader.AnswerAsync(caller.Tenant.Id, asked.Key, cancellationToken);
        return Results.Json(answer is null ? SuppressionLine.NotListed(asked.Value) : SuppressionLine.Of(answer, withCursor: false));
    }

    private static async Task<IResult> FollowAsync(
        string slug, string? since, HttpRequest request, ApiTokenCheck tokens, SuppressionReader reader, CancellationToken cancellationToken)
    {
        var (caller, refusal) = await ApiEntry.FindAsync(request, slug, TokenScopes.SuppressionsRead, tokens, cancellationToken);
        if (caller is null)
        {
            return refusal ?? Results.NotFound();
        }
        return SuppressionChanges.TryReadSince(since, out var after)
            ? new SuppressionChanges(reader, caller.Tenant.Id, after)
            : ApiEntry.Problem(StatusCodes.Status400BadRequest, "'since' is the cursor of the last line you read, or a time as 2026-05-16T07:00:00Z.");
    }

    private static async Task<IResult> AddAsync(
        string slug, HttpRequest request, ApiTokenCheck tokens, SuppressionAdministration administration, SuppressionImport import,
        CancellationToken cancellationToken)
    {
        var (caller, refusal) = await ApiEntry.FindAsync(request, slug, TokenScopes.SuppressionsWrite, tokens, cancellationToken);
        if (caller is null)
        {
            return refusal ?? Results.NotFound();
        }
        try
        {
            if (request.HasJsonContentType())
            {
                return await AddOneAsync(caller, request, administration, cancellationToken);
            }
            var result = await import.ImportAsync(caller.Actor, caller.Tenant.Id, "a list sent to the API", request.Body, cancellationToken);
            return result.TryGet(out var receipt) ? Results.Json(receipt) : ApiEntry.Problem(StatusCodes.Status403Forbidden, result.Problem ?? "");
        }
        catch (BadHttpRequestException fault)
        {
            return ApiEntry.Problem(fault.StatusCode, "The request is larger than this installation takes at once. What was read before is added; send the rest in smaller pieces.");
        }
    }

    private static async Task<IResult> AddOneAsync(
        ApiCaller caller, HttpRequest request, SuppressionAdministration administration, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostJson;
        }
        SuppressionRequest? body;
        try
        {
            body = await request.ReadFromJsonAsync<SuppressionRequest>(cancellationToken);
        }
        catch (JsonException)
        {
            body = null;
        }
        if (body?.Address is not { } address || ReasonOf(body.Reason) is not { } reason)
        {
            return ApiEntry.Problem(
                StatusCodes.Status400BadRequest,
                """Send {"address":"user@example.net","reason":"manual","note":"…"}; reason is manual, imported, complaint or unsubscribe, and may be left out.""");
        }
        var result = await administration.AddAsync(caller.Actor, caller.Tenant.Id, address, reason, body.Note ?? "", cancellationToken);
        return result.TryGet(out var outcome)
            ? Results.Json(new { address, outcome = KebabName.Of(outcome) })
            : ApiEntry.Problem(StatusCodes.Status422UnprocessableEntity, result.Problem ?? "");
    }

    private static SuppressionReason? ReasonOf(string? text) => text is null
        ? SuppressionReason.Manual
        : Enum.GetValues<SuppressionReason>().Where(reason => KebabName.Of(reason) == text).Select(reason => (SuppressionReason?)reason).FirstOrDefault();
}
