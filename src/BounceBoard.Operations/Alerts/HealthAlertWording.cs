using System.Globalization;
using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Alerts;

/// <summary>Finds the words of an alert about a domain's health; what is well again by then is told to nobody.</summary>
internal sealed class HealthAlertWording(DomainReader domains, ExamReader exams, DomainIssueReader issues)
{
    private const int MostReasons = 3;

    public async Task<AlertWords> DroppedAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken)
    {
        if (await domains.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } domain
            || await exams.FindAsync(tenant.Id, ScoreFall.Of(alert.Episode).Top, cancellationToken) is not { } best
            || await exams.LatestAsync(tenant.Id, domain.Id, cancellationToken) is not { } latest)
        {
            return new AlertWords.Gone();
        }
        var open = (await issues.ListAsync(tenant.Id, domain.Id, cancellationToken)).Where(issue => issue.FixedAt is null && issue.LostTenths > 0).ToList();
        return Found(
            tenant, alert, domain, string.Create(CultureInfo.InvariantCulture, $"The health of {domain.Name} fell from {best.Score} to {latest.Score} of 100"),
            [.. open.Select(Line)], isOver: !HealthNews.IsFallen(best, latest, ScoreFall.Of(alert.Episode).Points));
    }

    public async Task<AlertWords> NewIssuesAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken)
    {
        if (await domains.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } domain
            || await exams.FindAsync(tenant.Id, long.Parse(alert.Episode, CultureInfo.InvariantCulture), cancellationToken) is not { } exam)
        {
            return new AlertWords.Gone();
        }
        var news = (await issues.ListAsync(tenant.Id, domain.Id, cancellationToken))
            .Where(issue => issue.OpenedAt == exam.At && issue.FixedAt is null && HealthNews.IsWorthTelling(issue)).ToList();
        var title = news.Count == 1
            ? $"New issue of {domain.Name}: {news[0].Title}"
            : string.Create(CultureInfo.InvariantCulture, $"{news.Count} new issues of {domain.Name}");
        return Found(tenant, alert, domain, title, [.. news.Select(Line)], isOver: news.Count == 0);
    }

    private static AlertWords.Found Found(
        TenantRow tenant, AlertRow alert, DomainRow domain, string title, IReadOnlyList<string> reasons, bool isOver) =>
        new(
            new AlertContent
            {
                Title = title,
                Reasons = [.. reasons.Take(MostReasons)],
                Since = alert.RaisedAt,
                Act = ["Open the domain: each issue says what to publish. Press Verify when it is done."],
                Path = $"/t/{tenant.Slug}/domains/{domain.Name}",
            },
            isOver || tenant.IsDemo);

    private static string Line(DomainIssueRow issue) => issue.LostTenths > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{issue.Title}: −{issue.LostPoints:0.#} points")
        : issue.Title;
}
