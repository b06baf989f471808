using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>One domain of a tenant's list.</summary>
/// <param name="Exam">The last examination without its facts; null before the first.</param>
public sealed record HealthLine(DomainRow Domain, ExamRow? Exam);
