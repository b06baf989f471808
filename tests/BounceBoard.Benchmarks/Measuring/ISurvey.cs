namespace BounceBoard.Benchmarks.Measuring;

/// <summary>A measurement with a table of its own: several sizes, engines or limits side by side.</summary>
internal interface ISurvey
{
    string Name { get; }

    Task RunAsync(Action<string> print, CancellationToken cancellationToken);
}
