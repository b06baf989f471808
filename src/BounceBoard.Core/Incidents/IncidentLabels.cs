namespace BounceBoard.Core.Incidents;

/// <summary>Says which labels an incident bears.</summary>
public static class IncidentLabels
{
    /// <summary>How long an incident is new.</summary>
    public static readonly TimeSpan NewFor = TimeSpan.FromHours(24);

    /// <summary>Hours at the end that are held against those before.</summary>
    private const int Recent = 6;

    /// <summary>Fewer refusals than this in six hours are no storm, whatever was before.</summary>
    private const int Few = 10;

    /// <summary>So many times the rate of before.</summary>
    private const int Times = 3;

    /// <param name="regressedAt">Event time of the refusal that opened it again after it was resolved; null when none did.</param>
    /// <param name="hours">Refusals per hour, oldest first, up to now; longer than six hours.</param>
    public static IReadOnlyList<IncidentLabel> Of(
        IncidentState state, DateTimeOffset openedAt, DateTimeOffset? regressedAt, IReadOnlyList<long> hours, DateTimeOffset now)
    {
        if (state is not (IncidentState.Open or IncidentState.Recovering))
        {
            return [];
        }
        var labels = new List<IncidentLabel>();
        if (regressedAt is not null)
        {
            labels.Add(IncidentLabel.Regressed);
        }
        else if (now - openedAt < NewFor)
        {
            labels.Add(IncidentLabel.New);
        }
        // One that recovers is known to have stopped, however steep it was an hour ago.
        if (state == IncidentState.Open && IsEscalating(hours))
        {
            labels.Add(IncidentLabel.Escalating);
        }
        return labels;
    }

    private static bool IsEscalating(IReadOnlyList<long> hours)
    {
        if (hours.Count <= Recent)
        {
            return false;
        }
        var late = hours.TakeLast(Recent).Sum();
        var before = hours.SkipLast(Recent).ToArray();
        // Without anything before it is new, not faster: there is no rate to hold it against.
        return late >= Few && before.Any(count => count > 0) && late * before.Length >= Times * before.Sum() * Recent;
    }
}
