using BounceBoard.Core.Addresses;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Storage.Evidence;

namespace BounceBoard.Operations.RetryBatches.Sending;

/// <summary>Writes the mail of an attempt: the original as its evidence holds it, or the fixed test message. There is no other text.</summary>
internal sealed class RetryLetters(EvidenceReader evidence, SendingRouteSeal secrets, TimeProvider time)
{
    /// <returns>The mail, or why there is none, in words.</returns>
    public async Task<(RetryMessage? Message, string? Problem)> WriteAsync(RetryShipment shipment, CancellationToken cancellationToken)
    {
        if (!TryReadKey(shipment, out var key, out var problem))
        {
            return (null, problem);
        }
        if (shipment.Attempt.OriginalId is not { } original)
        {
            return (MessageOf(shipment, RetryMail.Test(TestOf(shipment), key)), null);
        }
        if (await evidence.ContentAsync(shipment.Tenant, original, cancellationToken) is not { } bytes)
        {
            return (null, "The evidence that held the original is no longer kept.");
        }
        var found = OriginalMessage.Find(bytes);
        return found.IsWhole
            ? (MessageOf(shipment, RetryMail.Original(found.Bytes.Span, shipment.Attempt.MessageId, key)), null)
            : (null, "The evidence does not hold the original whole.");
    }

    private bool TryReadKey(RetryShipment shipment, out DkimKey? key, out string? problem)
    {
        (key, problem) = (null, null);
        if (shipment.Route.DkimKeySealed is null)
        {
            return true;
        }
        if (secrets.DkimKey(shipment.Tenant, shipment.Route) is not { } pem)
        {
            problem = "The route's DKIM key does not open with the installation's keys; enter it again.";
            return false;
        }
        if (!DkimKey.TryRead(pem, shipment.Route.DkimDomain, shipment.Route.DkimSelector, out key, out var fault))
        {
            problem = $"The route's DKIM key cannot be used: {fault}";
            return false;
        }
        return true;
    }

    private TestMail TestOf(RetryShipment shipment)
    {
        var (attempt, refusal, now) = (shipment.Attempt, shipment.Refusal, time.GetUtcNow());
        var from = EmailAddress.TryParse(attempt.Sender, out var sender) ? sender.Value : $"postmaster@{DomainOf(shipment.EnvelopeSender)}";
        return new TestMail(from, attempt.Recipient, attempt.MessageId, refusal?.MessageId, refusal?.OccurredAt ?? now, now);
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static RetryMessage MessageOf(RetryShipment shipment, ReadOnlyMemory<byte> content) =>
        new(shipment.EnvelopeSender, shipment.Attempt.Recipient, content);
}
