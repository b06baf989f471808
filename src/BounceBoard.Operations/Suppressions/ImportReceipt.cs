namespace BounceBoard.Operations.Suppressions;

/// <summary>What became of a list: received = added + already there + left released + refused.</summary>
public sealed class ImportReceipt
{
    /// <summary>Lines that are named; of more, only the number is known.</summary>
    public const int MostProblems = 100;

    private readonly List<ImportProblem> _problems = [];

    /// <summary>Lines that hold something: neither empty nor a heading nor a remark.</summary>
    public int Received => Added + AlreadyThere + LeftReleased + Refused;

    public int Added { get; private set; }

    public int AlreadyThere { get; private set; }

    /// <summary>Released here before; a list is no new evidence.</summary>
    public int LeftReleased { get; private set; }

    public int Refused { get; private set; }

    /// <summary>The first lines that were refused.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    internal void Count(SuppressionOutcome outcome)
    {
        switch (outcome)
        {
            case SuppressionOutcome.Added:
                Added++;
                break;
            case SuppressionOutcome.AlreadyThere:
                AlreadyThere++;
                break;
            case SuppressionOutcome.LeftReleased:
                LeftReleased++;
                break;
        }
    }

    internal void Refuse(int line, string text)
    {
        Refused++;
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new ImportProblem(line, text));
        }
    }
}
