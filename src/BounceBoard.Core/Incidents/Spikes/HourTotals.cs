namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Hours added up.</summary>
/// <param name="HoursWithAttempts">Those in which anything was tried, as far as known.</param>
/// <param name="Attempts">Failures and, where known, deliveries.</param>
/// <param name="Known">Deliveries are counted in each of them.</param>
internal readonly record struct HourTotals(int Hours, int HoursWithAttempts, long Failed, long Attempts, long DeliveredAlike, bool Known)
{
    public static HourTotals None { get; } = new(0, 0, 0, 0, 0, true);

    public HourTotals With(HourCount hour)
    {
        var attempts = hour.Failed + (hour.Delivered ?? 0);
        return new(
            Hours + 1, HoursWithAttempts + (attempts > 0 ? 1 : 0), Failed + hour.Failed, Attempts + attempts, DeliveredAlike + (hour.DeliveredAlike ?? 0),
            Known && hour.Delivered is not null);
    }
}
