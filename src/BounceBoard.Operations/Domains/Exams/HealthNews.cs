using System.Data.Common;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Alerts;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Raises what is worth telling of an examination: new issues, and a score that fell.</summary>
internal sealed class HealthNews(ExamReader exams, AlertDestinationReader destinations, AlertOutbox alerts)
{
    /// <summary>What a score is held against: the best that held in this time. A fall in many small steps is told so too, once.</summary>
    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    /// <param name="exam">An examination that found something else than the last; not the first of its domain.</param>
    public async Task RaiseAsync(ExamRow exam, IReadOnlyList<DomainIssueRow> opened, DbTransaction transaction, CancellationToken cancellationToken)
    {
        if (opened.Any(IsWorthTelling))
        {
            await alerts.HealthIssueNewAsync(exam.TenantId, exam.DomainId, exam.Id, exam.At, transaction, cancellationToken);
        }
        var top = (await exams.ScoresAsync(exam.TenantId, exam.DomainId, exam.At - Back, cancellationToken))
            .Where(row => row.ScoreVersion == exam.ScoreVersion && row.Profile == exam.Profile && row.Score is not null)
            .MaxBy(row => row.High);
        if (top is not null && IsFallen(top, exam, 1))
        {
            foreach (var points in (await WantedAsync(exam.TenantId, cancellationToken)).Where(points => IsFallen(top, exam, points)))
            {
                await alerts.HealthScoreDroppedAsync(exam.TenantId, exam.DomainId, new ScoreFall(top.Id, points), exam.At, transaction, cancellationToken);
            }
        }
    }

    /// <summary>True when points were lost for certain: what is unknown today may be as good as ever, and counts as won in both.</summary>
    public static bool IsFallen(ExamRow best, ExamRow now, int points) => best.High - now.High >= points && now.Score < best.Score;

    public static bool IsWorthTelling(DomainIssueRow issue) => issue.Severity == CheckState.Fail || issue.LostTenths > 0;

    // Where nobody is told, the page of alerts still shows the usual.
    private async Task<IReadOnlyList<int>> WantedAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var wanted = (await destinations.ListAsync(tenant, cancellationToken))
            .Where(row => AlertTaste.Filter(row).Kinds.Contains(AlertKind.HealthScoreDropped))
            .Select(row => row.LeastDrop).Distinct().Order().ToList();
        return wanted.Count == 0 ? [AlertFilter.UsualDrop] : wanted;
    }
}
