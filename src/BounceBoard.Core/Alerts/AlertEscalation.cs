namespace BounceBoard.Core.Alerts;

/// <summary>
/// When an incident that was told of is told of again: when ten times as many people are refused. A second pool or domain that joins is a new incident
/// or an old one's growth, so that it needs no rule of its own; and a storm of any size makes few alerts, one per order of magnitude.
/// </summary>
public static class AlertEscalation
{
    private const int Tenfold = 10;

    /// <param name="told">People of the last alert of the incident.</param>
    public static bool IsDue(long told, long people) => people >= Tenfold * Math.Max(told, 1);
}
