using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>The health of a domain for its page.</summary>
/// <param name="Exam">The last examination; null before the first.</param>
/// <param name="Health">Judged from the stored facts by the rules of today; null before the first examination.</param>
/// <param name="Issues">All it has or had, what costs most first.</param>
/// <param name="Scores">Examinations of the last 90 days, the oldest first, without facts.</param>
/// <param name="PreviousScore">See <see cref="ExamRow.PreviousScore"/>.</param>
public sealed record HealthView(
    DomainRow Domain, ExamRow? Exam, DomainHealth? Health, IReadOnlyList<DomainIssueRow> Issues, IReadOnlyList<ExamRow> Scores, int? PreviousScore);
