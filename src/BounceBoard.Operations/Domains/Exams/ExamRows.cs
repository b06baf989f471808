using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>A judgement as the row that is stored.</summary>
internal static class ExamRows
{
    /// <param name="last">The examination before; null for the first.</param>
    public static ExamRow Of(DomainRow domain, DomainHealth health, string fingerprint, ExamTrigger trigger, ExamRow? last, DateTimeOffset now)
    {
        var score = health.Score;
        var isAlike = last?.ScoreVersion == score.Version && last.Profile == score.Profile;
        return new ExamRow
        {
            TenantId = domain.TenantId,
            Id = RowIds.Next(now),
            DomainId = domain.Id,
            At = now,
            SeenUntil = now,
            Trigger = trigger,
            ScoreVersion = score.Version,
            Profile = score.Profile,
            Score = score.Value,
            Low = score.Low,
            High = score.High,
            Coverage = score.Coverage,
            Grade = score.Grade,
            PreviousScore = isAlike ? last?.Score : null,
            IssueCount = health.Issues.Count(),
            Areas = health.Checks.Where(check => check.State != CheckState.NotApplicable)
                .GroupBy(check => check.Area)
                .ToDictionary(area => area.Key, area => area.Select(check => check.State).MaxBy(Rank)),
            Fingerprint = fingerprint,
        }.With(health.Facts);
    }

    private static int Rank(CheckState state) => state switch
    {
        CheckState.NotApplicable => 0,
        CheckState.Pass => 1,
        CheckState.Unknown => 2,
        CheckState.Warn => 3,
        CheckState.Fail => 4,
    };
}
