using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.RetryBatches.Outcomes;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.SendingRoutes;

/// <summary>Files posted outcomes like any evidence: stored as they were told, refusals in their incident, attempts settled; one transaction.</summary>
internal sealed class PostedFiling(
    Database database, TenantFactsReading tenants, ObservedDns dns, RetrySource source, EvidenceWriter evidence, ReportFiling filing, ChangeFeed feed)
{
    private const string Reader = "retry-outcome-1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    public async Task FileAsync(
        TenantId tenant, IReadOnlyList<(RetryAttemptRow Attempt, PostedOutcome Outcome)> told, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await tenants.ReadAsync(tenant, cancellationToken);
        var attempts = Attempt.Among(told.Select(one => facts.Rules.Judge(Report(one.Attempt, one.Outcome, now))));
        var comparisons = await dns.CompareAsync(facts, attempts, new ComparedEndpoints(), now, cancellationToken);
        await database.WriteAsync(
            Turn.Of(tenant),
            async transaction =>
            {
                var id = await StoreAsync(tenant, told, now, transaction, cancellationToken);
                var context = new FilingContext(tenant, !facts.IsDemo, now) { Network = facts.Network };
                await filing.FileAsync(context, [new EvidenceReports(id, true, now, attempts, comparisons)], transaction, cancellationToken);
            },
            cancellationToken);
        feed.Publish(tenant, ChangeKind.Incidents);
        feed.Publish(tenant, ChangeKind.Retries);
    }

    private async Task<long> StoreAsync(
        TenantId tenant, IReadOnlyList<(RetryAttemptRow Attempt, PostedOutcome Outcome)> told, DateTimeOffset now, DbTransaction transaction,
        CancellationToken cancellationToken)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(
            told.Select(one => new
            {
                one.Attempt.MessageId,
                one.Attempt.Recipient,
                one.Outcome.Outcome,
                one.Outcome.Code,
                one.Outcome.Status,
                one.Outcome.Text,
                one.Outcome.RemoteMta,
                remoteIp = one.Outcome.RemoteIp?.ToString(),
                at = one.Outcome.At ?? now,
            }),
            Options);
        var item = new NewEvidence(
            await source.EnsureAsync(tenant, now, transaction, cancellationToken), "outcomes told by a platform.json", EvidenceKind.Webhook, PackedContent.Of(text),
            null, 0, true, now, null);
        var stored = await evidence.ReceiveAsync(tenant, item, transaction, cancellationToken);
        await evidence.TryMarkParsedAsync(tenant, stored.EvidenceId, Reader, told.Count, now, null, now, transaction, cancellationToken);
        return stored.EvidenceId;
    }

    private static BounceReport Report(RetryAttemptRow attempt, PostedOutcome outcome, DateTimeOffset now) => new()
    {
        Kind = KindOf(outcome.Outcome),
        Format = PostedOutcomes.Format,
        Recipient = attempt.Recipient,
        RecipientDomain = attempt.Domain,
        Action = ActionOf(outcome.Outcome),
        Status = outcome.Status,
        ReplyCode = outcome.Code,
        ReplyText = outcome.Text,
        RemoteMta = outcome.RemoteMta?.ToLowerInvariant(),
        RemoteIp = outcome.RemoteIp,
        RemoteIpSource = outcome.RemoteIp is null ? FieldSource.Unknown : FieldSource.Stated,
        Pool = attempt.Pool,
        Sender = attempt.Sender,
        MessageId = attempt.MessageId,
        OccurredAt = outcome.CredibleAt(attempt.HandedAt ?? now, now) ?? now,
        OccurredAtSource = outcome.CredibleAt(attempt.HandedAt ?? now, now) is null ? FieldSource.Derived : FieldSource.Stated,
        Category = outcome.Outcome == PostedOutcomeKind.Delivered
            ? default
            : ReplyClassifier.Classify(outcome.Code, outcome.Status, outcome.Text, null, outcome.RemoteMta ?? attempt.Domain),
        Permanent = outcome.Outcome == PostedOutcomeKind.Refused,
    };

    private static BounceKind KindOf(PostedOutcomeKind kind) => kind switch
    {
        PostedOutcomeKind.Delivered => BounceKind.Delivery,
        PostedOutcomeKind.Refused => BounceKind.Bounce,
        PostedOutcomeKind.Deferred => BounceKind.Delay,
    };

    private static string ActionOf(PostedOutcomeKind kind) => kind switch
    {
        PostedOutcomeKind.Delivered => "delivered",
        PostedOutcomeKind.Refused => "failed",
        PostedOutcomeKind.Deferred => "delayed",
    };
}
