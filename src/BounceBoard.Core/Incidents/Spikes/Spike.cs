namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Failures of one scope beyond what its baseline predicts.</summary>
/// <param name="Since">Start of the first hour outside the baseline, event time.</param>
/// <param name="StoppedAt">Start of the first hour back inside the baseline; null while it goes on, or when nothing was tried since that could tell.</param>
/// <param name="Expected">Failures the baseline predicts for its hours.</param>
/// <param name="Failed">Failures in its hours.</param>
/// <param name="Attempts">Attempts in its hours; null where deliveries are not counted.</param>
/// <param name="NewPeople">People who had not been refused in the day before.</param>
/// <param name="Chance">How likely so many failures are without a cause, in the hours that gave it away.</param>
/// <param name="How">One sentence with the figures.</param>
public sealed record Spike(
    DateTimeOffset Since, DateTimeOffset? StoppedAt, double Expected, long Failed, long? Attempts, long NewPeople, double Chance, string How);
