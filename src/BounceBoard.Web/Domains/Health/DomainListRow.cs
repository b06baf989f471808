using BounceBoard.Storage.Domains;

namespace BounceBoard.Web.Domains.Health;

/// <summary>A domain in the list.</summary>
/// <param name="Exam">The latest examination; null before the first.</param>
/// <param name="Figures">What it found; null before the first.</param>
public sealed record DomainListRow(DomainRow Domain, ExamRow? Exam, HealthFigures? Figures);
