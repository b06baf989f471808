using System.Data.Common;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.Bounces;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches.Outcomes;

/// <summary>
/// Finds the attempts that reports tell of, and settles them. A report belongs to an attempt when it names the attempt's recipient, and either its Message-ID,
/// our relay's queue id, or a token in the envelope sender that was made here: nobody else can make up any of these.
/// </summary>
internal sealed class AttemptReports(RetryOutcomeWriter outcomes, RetryBatchWriter batches, IncidentWriter incidents, RetryTokens tokens)
{
    public async Task<AnsweredAttempts> FindAsync(
        FilingContext context, IReadOnlyList<EvidenceReports> evidence, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var reports = evidence.SelectMany(item => item.Attempts.Select(attempt => attempt.Report)).ToList();
        var named = new Dictionary<BounceReport, long>(ReferenceEqualityComparer.Instance);
        foreach (var report in reports.Where(report => report.Sender?.Contains('+', StringComparison.Ordinal) == true))
        {
            var sender = report.Sender ?? "";
            if (sender.LastIndexOf('@') is var at and > 0 && await tokens.ReadLocalPartAsync(context.Tenant, sender[..at], cancellationToken) is { } attempt)
            {
                named[report] = attempt;
            }
        }
        // A queue id is short and repeats: only a source that vouches for itself is believed to mean ours.
        var trusted = evidence.Where(item => item.Verified).SelectMany(item => item.Attempts.Select(attempt => attempt.Report.QueueId)).OfType<string>();
        var found = await outcomes.FindAsync(
            context.Tenant, [.. reports.Select(report => report.MessageId).OfType<string>().Distinct()], [.. trusted.Distinct()], [.. named.Values.Distinct()],
            transaction, cancellationToken);
        return found.Count == 0 ? AnsweredAttempts.None : Match(reports, named, found);
    }

    /// <summary>Settles what the reports decide; a delay decides nothing.</summary>
    public async Task SettleAsync(FilingContext context, AnsweredAttempts answered, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var settled = new List<RetryAttemptRow>();
        foreach (var (report, attempt) in answered.All)
        {
            if (EventOf(report, context) is { } happened
                && await outcomes.TrySettleAsync(context.Tenant, Outcome(report, attempt.Id, happened, context.Now), transaction, cancellationToken))
            {
                settled.Add(attempt);
            }
        }
        foreach (var batch in settled.Select(attempt => attempt.BatchId).Distinct().Order())
        {
            await batches.WakeAsync(context.Tenant, batch, context.Now, transaction, cancellationToken);
        }
        if (settled.Count > 0)
        {
            await incidents.LookAgainAsync(context.Tenant, [.. settled.Select(attempt => attempt.IncidentId).Distinct()], context.Now, transaction, cancellationToken);
        }
    }

    private static AnsweredAttempts Match(List<BounceReport> reports, Dictionary<BounceReport, long> named, IReadOnlyList<RetryAttemptRow> found)
    {
        var byReport = new Dictionary<BounceReport, RetryAttemptRow>(ReferenceEqualityComparer.Instance);
        foreach (var report in reports)
        {
            var attempt = found.FirstOrDefault(row => row.Id == named.GetValueOrDefault(report))
                ?? found.FirstOrDefault(row => row.MessageId == report.MessageId)
                ?? found.FirstOrDefault(row => row.QueueId is not null && row.QueueId == report.QueueId && report.MessageId is null);
            if (attempt is not null && (IsFor(report.Recipient, attempt) || IsFor(report.OriginalRecipient, attempt)))
            {
                byReport[report] = attempt;
            }
        }
        return new AnsweredAttempts(byReport);
    }

    private static bool IsFor(string? recipient, RetryAttemptRow attempt) => EmailAddress.TryParse(recipient, out var address) && address.Key == attempt.RecipientKey;

    private static AttemptEvent? EventOf(BounceReport report, FilingContext context) => report.Kind switch
    {
        BounceKind.Bounce when report.Permanent != false => AttemptEvent.Refuse,
        BounceKind.Delivery when report.Action is null or "delivered" && IsOutside(report, context) => AttemptEvent.Accept,
        _ => null,
    };

    // Handed on to a filter or a second relay of our own is not delivered yet.
    private static bool IsOutside(BounceReport report, FilingContext context)
    {
        var endpoint = RemoteEndpoint.Of(report.RemoteMta, report.RemoteIp, report.Side);
        // A log without the server's name tells of a mailbox beside our relay; a service tells of the recipient's server even when it does not name it.
        return endpoint.IsUnknown || !DomainName.TryParse(report.RecipientDomain, out var domain)
            ? OutcomeSources.Of(report.Format) is not OutcomeSource.Log
            : EndpointComparer.Compare(endpoint, domain, [], [], context.Network, context.Now).Relation != EndpointRelation.OwnRelay;
    }

    private static AttemptOutcome Outcome(BounceReport report, long attempt, AttemptEvent happened, DateTimeOffset now) => new()
    {
        AttemptId = attempt,
        Event = happened,
        Source = OutcomeSources.Of(report.Format),
        At = now,
        RemoteMta = report.RemoteMta,
        RemoteIp = report.RemoteIp,
        SmtpStage = report.Stage,
        ReplyCode = report.ReplyCode,
        Status = report.Status,
        ReplyText = report.ReplyText,
    };
}
