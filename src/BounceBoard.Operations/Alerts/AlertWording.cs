using BounceBoard.Core.Alerts;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Operations.Alerts;

/// <summary>Finds the words of an alert: what holds when it is told, with every recipient masked, since nobody knows who reads along.</summary>
internal sealed class AlertWording(
    IncidentReader incidents, VerdictReader verdicts, SourceReader sources, AlertDestinationReader destinations, RetryAlertWording retries,
    HealthAlertWording health)
{
    private const int MostReasons = 3;

    // Decisions follow refusals within a minute; an alert without a verdict is better than none.
    private static readonly TimeSpan WaitForVerdict = TimeSpan.FromMinutes(10);

    // What an import tells of is history, however new it is to us.
    private static readonly TimeSpan History = TimeSpan.FromDays(1);

    public async Task<AlertWords> WordAsync(TenantRow tenant, AlertRow alert, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var words = await FindAsync(tenant, alert, now, cancellationToken);
        return words is AlertWords.Found found ? found with { Content = AlertLines.Of(found.Content) } : words;
    }

    private async Task<AlertWords> FindAsync(TenantRow tenant, AlertRow alert, DateTimeOffset now, CancellationToken cancellationToken) => alert.Kind switch
    {
        AlertKind.Opened or AlertKind.Escalated or AlertKind.VerdictChanged or AlertKind.Recovered =>
            await OfIncidentAsync(tenant, alert, now, cancellationToken),
        AlertKind.SourceSilent => await OfSourceAsync(tenant, alert, cancellationToken),
        AlertKind.DestinationDisabled => await OfDestinationAsync(tenant, alert, cancellationToken),
        AlertKind.RetryWaiting => await retries.WaitingAsync(tenant, alert, cancellationToken),
        AlertKind.RetryHalted => await retries.HaltedAsync(tenant, alert, cancellationToken),
        AlertKind.RetryInDoubt => await retries.InDoubtAsync(tenant, alert, cancellationToken),
        AlertKind.HealthScoreDropped => await health.DroppedAsync(tenant, alert, cancellationToken),
        AlertKind.HealthIssueNew => await health.NewIssuesAsync(tenant, alert, cancellationToken),
    };

    private async Task<AlertWords> OfIncidentAsync(TenantRow tenant, AlertRow alert, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await incidents.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } incident)
        {
            return new AlertWords.Gone();
        }
        if (alert.Kind == AlertKind.Opened && !(incident.DecidedAt >= alert.RaisedAt) && now - alert.RaisedAt < WaitForVerdict)
        {
            return new AlertWords.NotYet();
        }
        var finding = (await verdicts.CurrentAsync(tenant.Id, incident.Id, cancellationToken))?.Finding;
        var content = new AlertContent
        {
            Title = RecipientMask.Inside(incident.Title),
            Incident = incident.Number,
            Verdict = finding?.Verdict,
            Confidence = finding?.Confidence,
            Reasons = Masked((finding?.Reasons ?? []).Where(reason => reason.For).Select(reason => reason.Text)),
            Since = alert.Kind == AlertKind.Opened ? incident.OpenedAt : incident.FirstAt,
            People = incident.People,
            Act = Masked(finding?.Fix ?? []),
            Path = $"/t/{tenant.Slug}/incidents/{incident.Number}",
        };
        var isHistory = alert.Kind != AlertKind.Recovered && alert.RaisedAt - incident.LastAt > History;
        return new AlertWords.Found(content, ToNobody: isHistory || tenant.IsDemo);
    }

    private async Task<AlertWords> OfSourceAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken)
    {
        if (await sources.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } source)
        {
            return new AlertWords.Gone();
        }
        var content = new AlertContent
        {
            Title = $"The source {source.Name} has given nothing for {source.SilentAfterHours} h or longer",
            Reasons = ["Bounces may be missing until it is heard again."],
            Since = alert.RaisedAt,
            Act = ["Look whether the server behind it still sends.", "If it is to be silent, change after how many hours that counts."],
            Path = $"/t/{tenant.Slug}/settings/sources/{source.Id}",
        };
        // It was heard again before anybody could be told.
        return new AlertWords.Found(content, ToNobody: source.SilentSince is null || tenant.IsDemo);
    }

    private async Task<AlertWords> OfDestinationAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken)
    {
        if (await destinations.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } destination)
        {
            return new AlertWords.Gone();
        }
        return new AlertWords.Found(
            new AlertContent
            {
                Title = $"Alerts to {destination.Name} are switched off",
                Reasons = [RecipientMask.Inside($"Its last answer: {destination.LastAnswer ?? "none"}")],
                Since = destination.FailingSince ?? alert.RaisedAt,
                Act = ["Mend the receiver, send a test, and enable the destination again. What came up meanwhile is kept and sent as one summary."],
                Path = $"/t/{tenant.Slug}/settings/alerts",
            },
            ToNobody: false);
    }

    private static IReadOnlyList<string> Masked(IEnumerable<string> sentences) => [.. sentences.Take(MostReasons).Select(RecipientMask.Inside)];
}
