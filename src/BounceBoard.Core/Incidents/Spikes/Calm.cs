namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>Whether quiet hours are the end of a spike or only a pause in the mail.</summary>
internal static class Calm
{
    // With attempts counted, two hours with traffic; without, a morning: silence may only mean that nobody sends.
    private const int HoursByShare = 2;
    private const int HoursByCount = 6;

    // After so long inside the baseline it is over, however faint it was.
    private const int Longest = 12;

    /// <param name="failing">Hours outside the baseline; at least one.</param>
    /// <param name="quiet">Hours inside the baseline in a row since.</param>
    public static bool IsCertain(HourTotals failing, HourTotals quiet, Baseline baseline)
    {
        if (quiet.DeliveredAlike > 0)
        {
            // What failed is delivered again: no need to wait for more.
            return true;
        }

        var byShare = failing.Known && quiet.Known;
        var length = byShare ? quiet.HoursWithAttempts : quiet.Hours;
        if (length < (byShare ? HoursByShare : HoursByCount) || length >= Longest)
        {
            return length >= Longest;
        }

        var rate = byShare ? (double)failing.Failed / failing.Attempts * quiet.Attempts : (double)failing.Failed / failing.Hours * quiet.Hours;
        return NegativeBinomial.AtMost(quiet.Failed, rate, baseline.Dispersion(SpikeLevel.Windows[^1])) <= SpikeLevel.StillOn;
    }
}
