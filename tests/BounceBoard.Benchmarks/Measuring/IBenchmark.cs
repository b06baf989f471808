namespace BounceBoard.Benchmarks.Measuring;

/// <summary>Something whose speed is worth knowing. A round is one measured run over the same input.</summary>
internal interface IBenchmark : IAsyncDisposable
{
    string Name { get; }

    /// <summary>What a round counts: "lines/s"; or "ms" when a round measures itself.</summary>
    string Unit { get; }

    int Rounds { get; }

    /// <summary>Makes the input, outside the measured time.</summary>
    /// <returns>Why it cannot run here, or null.</returns>
    Task<string?> PrepareAsync(CancellationToken cancellationToken);

    /// <returns>How many things were done; with the unit "ms", the milliseconds.</returns>
    Task<long> RunAsync(CancellationToken cancellationToken);
}
