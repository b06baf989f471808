using BounceBoard.Core.Bounces;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.RetryBatches.Sending;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Hands recipients to the person who downloads them: what the ledger agreed to stands in the file.</summary>
internal sealed class ExportTransport : IRetryTransport, IRetryPassage
{
    public SendingRouteKind Kind => SendingRouteKind.Export;

    public Task<RetryDestination> FindAsync(RetryShipment shipment, CancellationToken cancellationToken) =>
        Task.FromResult(new RetryDestination($"export {shipment.Route.Id}", false, "", []));

    public IRetryPassage Open(RetryDestination destination) => this;

    public async Task<RetryOutcome> SendAsync(
        RetryShipment shipment, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken cancellationToken) =>
        await beforeHandOver(cancellationToken)
            ? Outcome(RetryOutcomeKind.Accepted, "Handed to a person in a file.")
            : Outcome(RetryOutcomeKind.NotSent, "Kept back before anything was handed over.");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static RetryOutcome Outcome(RetryOutcomeKind kind, string words) =>
        new() { Kind = kind, Stage = SmtpStage.Connect, Reply = words, Transcript = "" };
}
