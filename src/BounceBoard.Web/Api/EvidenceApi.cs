using BounceBoard.Operations.ApiTokens;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Sources;
using BounceBoard.Web.Hosting;

namespace BounceBoard.Web.Api;

/// <summary>Takes evidence from programs. The answer is the receipt: it is written after everything is committed.</summary>
internal static class EvidenceApi
{
    public static void MapEvidenceApi(this IEndpointRouteBuilder endpoints) =>
        // The token is the credential; no cookie is read here, so there is nothing to forge across sites.
        endpoints.MapPost("/api/v1/t/{slug}/evidence", ReceiveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(
        string slug, HttpRequest request, ApiTokenCheck tokens, SourceReader sources, EvidenceIntake intake, CancellationToken cancellationToken)
    {
        try
        {
            var (caller, refusal) = await ApiEntry.FindAsync(request, slug, TokenScopes.Ingest, tokens, cancellationToken);
            if (caller is null)
            {
                return refusal ?? Results.NotFound();
            }
            if (await sources.FindByNameAsync(caller.Tenant.Id, DefaultSources.Api, cancellationToken) is not { } source)
            {
                return ApiEntry.Problem(StatusCodes.Status404NotFound, "There is no such tenant for this token.");
            }
            return await TakeAsync(request, intake, caller, source, cancellationToken);
        }
        catch (BadHttpRequestException fault)
        {
            return ApiEntry.Problem(fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? "The request is larger than this installation takes at once. What was read before stays stored; send the rest in smaller pieces."
                : fault.Message + " Send it again; what was stored folds as a duplicate.");
        }
        catch (IntakeStoppedException stopped)
        {
            return OutageGate.Problem(request.HttpContext, stopped.Message);
        }
        catch (IOException fault) when (StorageFaults.Of(fault) == StorageFault.None)
        {
            return ApiEntry.Problem(StatusCodes.Status400BadRequest, "The request ended early. Send it again; what was stored folds as a duplicate.");
        }
    }

    private static async Task<IResult> TakeAsync(
        HttpRequest request, EvidenceIntake intake, ApiCaller caller, SourceRow source, CancellationToken cancellationToken)
    {
        var items = new List<IntakeItem>();
        await foreach (var part in RequestParts.ReadAsync(request, cancellationToken))
        {
            var result = await intake.ReceiveAsync(
                caller.Tenant.Id, source.Id, part.Name, part.Content, verified: true, caller.Actor, null, cancellationToken);
            if (result.Refused is { } refused)
            {
                return ApiEntry.Problem(StatusCodes.Status403Forbidden, refused);
            }
            items.AddRange(result.Items);
        }
        return items.Count == 0
            ? ApiEntry.Problem(StatusCodes.Status400BadRequest, "The request holds no evidence. Send a mail, a log, a zip or an mbox as the body, or files as multipart/form-data.")
            : Results.Json(EvidenceReceipt.Of(new IntakeResult(items)), statusCode: StatusCodes.Status200OK);
    }
}
