namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>What failures are measured against.</summary>
internal enum Measure
{
    /// <summary>Attempts: a campaign of ten times the volume at the usual share of failures is no spike.</summary>
    Share,

    /// <summary>Hours of the same kind, where deliveries are not known.</summary>
    Hours,
}
