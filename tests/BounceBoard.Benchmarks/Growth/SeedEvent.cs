namespace BounceBoard.Benchmarks.Growth;

/// <summary>One refusal before it is a row.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="Incident">Index in <see cref="GrowthShape.Incidents"/>.</param>
internal readonly record struct SeedEvent(long At, int Incident, int Person) : IComparable<SeedEvent>
{
    public int CompareTo(SeedEvent other) => At.CompareTo(other.At);
}
