using BounceBoard.Core.Domains.Health;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>The health of a domain as it was known at some time.</summary>
/// <param name="Exam">The last examination before that time; see <see cref="ExamRow.SeenUntil"/> for how long it held.</param>
public sealed record HealthThen(ExamRow Exam, DomainHealth Health);
