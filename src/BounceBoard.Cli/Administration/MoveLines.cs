using System.Globalization;
using BounceBoard.Operations.Backups;

namespace BounceBoard.Cli.Administration;

/// <summary>Says on stderr how far a move is: one line per table and phase, and one per million rows.</summary>
internal sealed class MoveLines(TextWriter error) : IProgress<MoveProgress>
{
    private const long Step = 1_000_000;
    private MoveProgress? _said;

    public void Report(MoveProgress value)
    {
        if (_said is { } said && said.Phase == value.Phase && said.Table == value.Table && value.Rows / Step == said.Rows / Step)
        {
            return;
        }
        _said = value;
        error.WriteLine(value.Phase switch
        {
            MovePhase.Copy => string.Create(CultureInfo.InvariantCulture, $"copying {value.Table}: {value.Rows:N0} rows"),
            MovePhase.Compare => $"comparing {value.Table}",
        });
    }
}
