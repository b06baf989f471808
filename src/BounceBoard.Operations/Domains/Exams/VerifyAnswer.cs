using BounceBoard.Core.Domains.Issues;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>What an examination made just now says of one issue.</summary>
/// <param name="Sighting">Gone: it is fixed. Unknown: it could not be found out; nothing was changed.</param>
/// <param name="Evidence">What was found, one line each; empty where the check concerns the domain no more.</param>
public sealed record VerifyAnswer(IssueSighting Sighting, IReadOnlyList<string> Evidence, ExamRow Exam)
{
    public bool IsGone => Sighting == IssueSighting.Gone;
}
