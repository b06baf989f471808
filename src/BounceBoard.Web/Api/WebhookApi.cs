using BounceBoard.Core.Webhooks;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Webhooks;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace BounceBoard.Web.Api;

/// <summary>Takes what mail services post. 200 is written only after everything is committed; any other answer stored nothing.</summary>
internal static class WebhookApi
{
    public const string Path = "/hooks";

    private const int MostBytes = 5 * 1024 * 1024;

    private const string Replayed = "This was taken before. Nothing was stored again.";

    public static void MapWebhookApi(this IEndpointRouteBuilder endpoints) =>
        // Who posts is proven by the service's signature; no cookie is read here, so there is nothing to forge across sites.
        endpoints.MapPost(Path + "/{token}", ReceiveAsync).AllowAnonymous().DisableAntiforgery();

    private static async Task<IResult> ReceiveAsync(string token, HttpRequest request, WebhookReceiving receiving, CancellationToken cancellationToken)
    {
        try
        {
            var body = await BodyAsync(request, cancellationToken);
            var post = new WebhookPost(name => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null, body);
            return Answer(await receiving.ReceiveAsync(token, post, cancellationToken));
        }
        catch (BadHttpRequestException fault)
        {
            return Problem(fault.StatusCode, fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "A post may have 5 MB. Let the service send fewer events at once." : fault.Message);
        }
        catch (IntakeStoppedException stopped)
        {
            return OutageGate.Problem(request.HttpContext, stopped.Message);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MostBytes;
        }
        if (request.ContentLength > MostBytes)
        {
            throw new BadHttpRequestException("", StatusCodes.Status413PayloadTooLarge);
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    private static IResult Answer(WebhookOutcome outcome) => outcome switch
    {
        WebhookOutcome.Stored stored => Results.Json(EvidenceReceipt.Of(stored.Receipt)),
        WebhookOutcome.Noted noted => Results.Text(noted.Text),
        WebhookOutcome.Unknown => Problem(StatusCodes.Status404NotFound, "There is no such address."),
        WebhookOutcome.Forged forged => Problem(StatusCodes.Status401Unauthorized, forged.Problem),
        // Mailgun and Postmark stop their attempts at these; to the others every 4xx is the same.
        WebhookOutcome.Replayed { Provider: WebhookProvider.Mailgun } => Problem(StatusCodes.Status406NotAcceptable, Replayed),
        WebhookOutcome.Replayed { Provider: WebhookProvider.Postmark } => Problem(StatusCodes.Status403Forbidden, Replayed),
        WebhookOutcome.Replayed => Problem(StatusCodes.Status409Conflict, Replayed),
        WebhookOutcome.Closed closed => Problem(StatusCodes.Status403Forbidden, closed.Problem),
        WebhookOutcome.Later later => Problem(StatusCodes.Status503ServiceUnavailable, later.Problem),
        _ => throw new InvalidOperationException($"There is no answer to {outcome}."),
    };

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);
}
