using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Sending.Retries;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>One SMTP connection, opened with the first mail and used for all that follow.</summary>
/// <param name="server">Of the first mail; null when it cannot be named, and why.</param>
internal sealed class SmtpPassage(RetryLetters letters, Func<RetryShipment, (RetryServer? Server, string? Problem)> server) : IRetryPassage
{
    private RetryConversation? _conversation;

    public async Task<RetryOutcome> SendAsync(
        RetryShipment shipment, Func<CancellationToken, Task<bool>> beforeHandOver, CancellationToken cancellationToken)
    {
        var (message, problem) = await letters.WriteAsync(shipment, cancellationToken);
        if (message is null)
        {
            return NotSent(problem) with { Unsendable = true };
        }
        if (_conversation is null or { Fault: not null })
        {
            var (to, fault) = server(shipment);
            if (to is null)
            {
                return NotSent(fault);
            }
            await CloseAsync();
            _conversation = await RetryConversation.OpenAsync(to, null, cancellationToken);
        }
        return await _conversation.SendAsync(message, beforeHandOver, cancellationToken);
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task CloseAsync()
    {
        if (_conversation is { } open)
        {
            _conversation = null;
            await open.QuitAsync(CancellationToken.None);
            await open.DisposeAsync();
        }
    }

    private static RetryOutcome NotSent(string? problem) =>
        new() { Kind = RetryOutcomeKind.NotSent, Stage = SmtpStage.Connect, Reply = problem ?? "Nothing could be sent.", Transcript = "" };
}
