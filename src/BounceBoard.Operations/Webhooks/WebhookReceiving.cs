using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Outside;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;

namespace BounceBoard.Operations.Webhooks;

/// <summary>
/// Takes in what mail services post. Who posts is proven before anything is stored; the body is stored as it came, and only then remembered as taken:
/// a stop in between lets the service's next attempt in, which folds as a duplicate.
/// </summary>
public sealed class WebhookReceiving
{
    private const int TokenLength = 43;

    private readonly WebhookReader _reader;
    private readonly SourceReader _sources;
    private readonly WebhookBook _book;
    private readonly WebhookSeal _seal;
    private readonly IReadOnlyList<IWebhookCheck> _checks;
    private readonly IOutside _outside;
    private readonly EvidenceIntake _intake;

    internal WebhookReceiving(
        WebhookReader reader, SourceReader sources, WebhookBook book, WebhookSeal seal, IReadOnlyList<IWebhookCheck> checks, IOutside outside,
        EvidenceIntake intake) =>
        (_reader, _sources, _book, _seal, _checks, _outside, _intake) = (reader, sources, book, seal, checks, outside, intake);

    /// <param name="token">Last part of the address.</param>
    /// <exception cref="IntakeStoppedException">The database is away or its disk is full; the service shall come again.</exception>
    public async Task<WebhookOutcome> ReceiveAsync(string token, WebhookPost post, CancellationToken cancellationToken)
    {
        // Looked up by hash: how long the search takes tells nothing about the token.
        if (token.Length != TokenLength || await _reader.FindByHashAsync(SecretToken.Hash(token), cancellationToken) is not { } webhook ||
            await _sources.FindAsync(webhook.TenantId, webhook.SourceId, cancellationToken) is not { } source)
        {
            return new WebhookOutcome.Unknown();
        }
        var secret = _seal.Open(webhook.TenantId, webhook.SourceId, webhook.SecretSealed);
        return await _checks.Single(check => check.Providers.Contains(webhook.Provider)).CheckAsync(webhook, secret, post, cancellationToken) switch
        {
            WebhookProof.Good good => await OnceAsync(webhook, good.Nonce, () => TakeAsync(webhook, source, good.Nonce, post, cancellationToken), cancellationToken),
            WebhookProof.Asks asks => await OnceAsync(webhook, asks.Nonce, () => ConfirmAsync(webhook, asks, cancellationToken), cancellationToken),
            WebhookProof.Note note => await OnceAsync(webhook, note.Nonce, () => NoteAsync(webhook, note, cancellationToken), cancellationToken),
            WebhookProof.Bad bad => await ForgedAsync(webhook, bad.Problem, cancellationToken),
            WebhookProof.Later later => await LaterAsync(webhook, later.Problem, cancellationToken),
            var other => throw new InvalidOperationException($"There is no way to take {other}."),
        };
    }

    private async Task<WebhookOutcome> OnceAsync(
        WebhookRow webhook, string nonce, Func<Task<WebhookOutcome>> take, CancellationToken cancellationToken)
    {
        if (!await _reader.IsSeenAsync(webhook.TenantId, webhook.SourceId, nonce, cancellationToken))
        {
            return await take();
        }
        await _book.RefuseAsync(webhook, WebhookRefusal.Replayed, "It was taken before; the same post came again.", cancellationToken);
        return new WebhookOutcome.Replayed(webhook.Provider);
    }

    private async Task<WebhookOutcome> TakeAsync(
        WebhookRow webhook, SourceRow source, string nonce, WebhookPost post, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream(post.Body.ToArray(), writable: false);
        var receipt = await _intake.ReceiveAsync(
            webhook.TenantId, webhook.SourceId, $"{source.Name}.json", body, verified: true, Actor.System, null, cancellationToken);
        if (receipt.Refused is { } refused)
        {
            return new WebhookOutcome.Closed(refused);
        }
        await _book.AcceptAsync(webhook, nonce, cancellationToken);
        return new WebhookOutcome.Stored(receipt);
    }

    private async Task<WebhookOutcome> ConfirmAsync(WebhookRow webhook, WebhookProof.Asks asks, CancellationToken cancellationToken)
    {
        if (!await _book.TryBindTopicAsync(webhook, asks.Topic, cancellationToken))
        {
            return await ForgedAsync(webhook, "Another topic was bound meanwhile. Make a source for each topic.", cancellationToken);
        }
        try
        {
            await _outside.GetAsync(asks.Confirm, cancellationToken);
        }
        catch (OutsideException fault)
        {
            return await LaterAsync(webhook, $"The subscription could not be confirmed: {fault.Message}", cancellationToken);
        }
        await _book.AcceptAsync(webhook, asks.Nonce, cancellationToken);
        return new WebhookOutcome.Noted($"The subscription of {asks.Topic} is confirmed.");
    }

    private async Task<WebhookOutcome> NoteAsync(WebhookRow webhook, WebhookProof.Note note, CancellationToken cancellationToken)
    {
        await _book.AcceptAsync(webhook, note.Nonce, cancellationToken);
        await _book.RefuseAsync(webhook, WebhookRefusal.Other, note.Text, cancellationToken);
        return new WebhookOutcome.Noted(note.Text);
    }

    private async Task<WebhookOutcome> ForgedAsync(WebhookRow webhook, string problem, CancellationToken cancellationToken)
    {
        await _book.RefuseAsync(webhook, WebhookRefusal.Forged, problem, cancellationToken);
        return new WebhookOutcome.Forged(problem);
    }

    private async Task<WebhookOutcome> LaterAsync(WebhookRow webhook, string problem, CancellationToken cancellationToken)
    {
        await _book.RefuseAsync(webhook, WebhookRefusal.Other, problem, cancellationToken);
        return new WebhookOutcome.Later(problem);
    }
}
