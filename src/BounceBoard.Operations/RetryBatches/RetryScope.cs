namespace BounceBoard.Operations.RetryBatches;

/// <summary>How much of an incident a batch may reach.</summary>
public enum RetryScope
{
    /// <summary>The sample and nobody else: to learn whether the path is right.</summary>
    SampleOnly,

    /// <summary>The sample, then the others stage by stage.</summary>
    Whole,
}
