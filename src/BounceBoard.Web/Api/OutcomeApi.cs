using System.Text.Json;
using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.SendingRoutes;
using Microsoft.AspNetCore.Http.Features;

namespace BounceBoard.Web.Api;

/// <summary>Takes what platforms tell of the recipients that they were handed for a controlled retry.</summary>
internal static class OutcomeApi
{
    private const int MostBytes = 1024 * 1024;
    private const int MostOutcomes = 1000;

    private static readonly string Form =
        """Send {"attempt":"…","outcome":"delivered","code":250,"status":"2.1.5","text":"…","remoteMta":"…","remoteIp":"…","at":"2026-05-16T07:00:00Z"} or a list of at most 1,000; outcome is delivered, refused or deferred.""";

    public static void MapOutcomeApi(this IEndpointRouteBuilder endpoints) =>
        // The token is the credential; no cookie is read here, so there is nothing to forge across sites.
        endpoints.MapPost("/api/v1/t/{slug}/retries/outcomes", TakeAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> TakeAsync(
        string slug, HttpRequest request, ApiTokenCheck tokens, PostedOutcomes outcomes, CancellationToken cancellationToken)
    {
        var (caller, refusal) = await ApiEntry.FindAsync(request, slug, TokenScopes.RetryOutcome, tokens, cancellationToken);
        if (caller is null)
        {
            return refusal ?? Results.NotFound();
        }
        try
        {
            if (await ReadAsync(request, cancellationToken) is not { } told)
            {
                return ApiEntry.Problem(StatusCodes.Status400BadRequest, Form);
            }
            var result = await outcomes.TakeAsync(caller.Actor, caller.Tenant.Id, told, cancellationToken);
            return !result.TryGet(out var receipt) ? ApiEntry.Problem(StatusCodes.Status403Forbidden, result.Problem ?? "")
                : receipt is { Taken: 0, Again: 0 } ? ApiEntry.Problem(StatusCodes.Status404NotFound, "None of these attempts was handed over by this tenant.")
                : Results.Json(receipt);
        }
        catch (BadHttpRequestException fault)
        {
            return ApiEntry.Problem(fault.StatusCode, "A post may have 1 MB. Send fewer outcomes at once; nothing of this one was taken.");
        }
    }

    private static async Task<IReadOnlyList<PostedOutcome>?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = 4 }, cancellationToken);
            OutcomeRequest?[] read = body.RootElement.ValueKind == JsonValueKind.Array
                ? body.RootElement.Deserialize<OutcomeRequest?[]>(JsonSerializerOptions.Web) ?? []
                : [body.RootElement.Deserialize<OutcomeRequest>(JsonSerializerOptions.Web)];
            var told = read.Select(one => one?.Read()).OfType<PostedOutcome>().ToList();
            return read.Length is > 0 and <= MostOutcomes && told.Count == read.Length ? told : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
