using System.Data.Common;
using System.Globalization;
using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>
/// Files a refusal that the conversation itself gave: the transcript as evidence, the refusal in its incident like any other, the attempt settled; one
/// transaction, so that none of them stands without the others.
/// </summary>
internal sealed class RefusedFiling(
    Database database, TenantFactsReading tenants, ObservedDns dns, RetrySource source, EvidenceWriter evidence, ReportFiling filing,
    RetryOutcomeWriter outcomes, ChangeFeed feed, TimeProvider time)
{
    private const string Reader = "retry-1";

    public async Task FileAsync(RetryShipment shipment, AttemptOutcome settled, RetryOutcome outcome, CancellationToken cancellationToken)
    {
        var (tenant, now) = (await tenants.ReadAsync(shipment.Tenant, cancellationToken), time.GetUtcNow());
        var report = tenant.Rules.Judge(Report(shipment, settled.Event, outcome, now));
        var attempts = Attempt.Among([report]);
        var comparisons = await dns.CompareAsync(tenant, attempts, new ComparedEndpoints(), now, cancellationToken);
        await database.Outage.HoldAsync(
            () => database.WriteAsync(
                Turn.Of(shipment.Tenant),
                async transaction =>
                {
                    if (!await outcomes.TrySettleAsync(shipment.Tenant, settled, transaction, cancellationToken))
                    {
                        return false;
                    }
                    var id = await StoreAsync(shipment, outcome, now, transaction, cancellationToken);
                    var reports = new EvidenceReports(id, true, now, attempts, comparisons);
                    var context = new FilingContext(shipment.Tenant, !tenant.IsDemo, now) { Network = tenant.Network };
                    await filing.FileAsync(context, [reports], transaction, cancellationToken);
                    return true;
                },
                cancellationToken),
            cancellationToken);
        feed.Publish(shipment.Tenant, ChangeKind.Incidents);
    }

    private async Task<long> StoreAsync(
        RetryShipment shipment, RetryOutcome outcome, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var batch = $"RB-{shipment.Batch.Number}";
        var head = string.Create(
            CultureInfo.InvariantCulture, $"Controlled retry {batch}, attempt {shipment.Attempt.Id}, Message-ID {shipment.Attempt.MessageId}, {now:u}\n\n");
        var item = new NewEvidence(
            await source.EnsureAsync(shipment.Tenant, now, transaction, cancellationToken),
            $"{batch}, recipient {shipment.Attempt.Position}",
            EvidenceKind.Transcript,
            PackedContent.Of(Encoding.UTF8.GetBytes(head + outcome.Transcript)),
            null,
            0,
            true,
            now,
            null);
        var stored = await evidence.ReceiveAsync(shipment.Tenant, item, transaction, cancellationToken);
        await evidence.TryMarkParsedAsync(shipment.Tenant, stored.EvidenceId, Reader, 1, now, null, now, transaction, cancellationToken);
        return stored.EvidenceId;
    }

    private static BounceReport Report(RetryShipment shipment, AttemptEvent happened, RetryOutcome outcome, DateTimeOffset now)
    {
        var (attempt, isFinal) = (shipment.Attempt, happened == AttemptEvent.Refuse);
        return new BounceReport
        {
            Kind = isFinal ? BounceKind.Bounce : BounceKind.Delay,
            Format = "transcript",
            Recipient = attempt.Recipient,
            RecipientDomain = attempt.Domain,
            Action = isFinal ? "failed" : "delayed",
            Status = outcome.EnhancedStatus,
            ReplyCode = outcome.Code,
            ReplyText = outcome.Reply,
            Stage = outcome.Stage,
            RemoteMta = outcome.RemoteName?.ToLowerInvariant(),
            RemoteIp = outcome.RemoteAddress,
            RemoteIpSource = outcome.RemoteAddress is null ? FieldSource.Unknown : FieldSource.Stated,
            // Our own relay that does not take a mail is the tenant's affair, whatever its address is.
            Side = shipment.Route.Kind == SendingRouteKind.Direct ? ReportSide.Sending : ReportSide.Receiving,
            SendingIp = outcome.LocalAddress,
            Pool = shipment.Route.Pool ?? attempt.Pool,
            Sender = shipment.EnvelopeSender,
            MessageId = attempt.MessageId,
            OccurredAt = now,
            OccurredAtSource = FieldSource.Stated,
            Category = ReplyClassifier.Classify(outcome.Code, outcome.EnhancedStatus, outcome.Reply, outcome.Stage, outcome.RemoteName ?? attempt.Domain),
            Permanent = isFinal,
        };
    }
}
