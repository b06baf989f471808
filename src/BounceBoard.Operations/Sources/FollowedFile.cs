using BounceBoard.Storage.Sources;

namespace BounceBoard.Operations.Sources;

/// <summary>A followed log with the file that is read, as they stand after the pieces taken so far.</summary>
/// <param name="Taken">Pieces taken in this turn.</param>
/// <param name="IsOurs">False when somebody else took lines of it: nothing more is known of it here.</param>
/// <param name="IsEmptied">Everything that may be taken was; false when the turn's share was used up.</param>
internal sealed record FollowedFile(FollowedLogRow Log, LogGenerationRow File, int Taken, bool IsOurs = true, bool IsEmptied = false)
{
    /// <summary>The file before it; null for the first.</summary>
    public LogGenerationRow? Former { get; init; }
}
