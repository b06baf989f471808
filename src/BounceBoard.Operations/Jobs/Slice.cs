namespace BounceBoard.Operations.Jobs;

/// <summary>What one slice of a tenant's due work came to.</summary>
/// <param name="Claimed">Rows that were taken; 0 when nothing is left that nobody else holds.</param>
/// <param name="Done">Rows that changed.</param>
public sealed record Slice(int Claimed, int Done)
{
    public static Slice Nothing { get; } = new(0, 0);
}
