namespace BounceBoard.Benchmarks.Peers;

/// <summary>A tool that reads the same input as the house, or the house itself.</summary>
internal interface IPeer
{
    string Name { get; }

    string Unit { get; }

    /// <summary>Why it cannot run here, or null.</summary>
    string? Missing { get; }

    Task PrepareAsync(CancellationToken cancellationToken);

    Task<PeerFigure> RunAsync(CancellationToken cancellationToken);
}
