using BounceBoard.Core.Domains.History;
using BounceBoard.Storage.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Reads what earlier examinations of a domain saw.</summary>
internal static class EarlierReading
{
    /// <summary>Examinations that are read once, where the last was made before it carried what those before it saw.</summary>
    private const int MostRead = 60;

    /// <param name="last">The last examination with its facts; null for the first.</param>
    public static async Task<EarlierFacts> AfterAsync(ExamReader exams, ExamRow? last, CancellationToken cancellationToken)
    {
        if (last?.ReadFacts() is not { } facts)
        {
            return new EarlierFacts();
        }
        if (facts.Earlier is { } carried)
        {
            return carried.After(facts, last.SeenUntil);
        }
        var stored = await exams.ListAsync(last.TenantId, last.DomainId, MostRead, cancellationToken);
        return stored.Reverse().Aggregate(new EarlierFacts(), (earlier, exam) => exam.ReadFacts() is { } seen ? earlier.After(seen, exam.SeenUntil) : earlier);
    }
}
