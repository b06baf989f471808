namespace BounceBoard.Storage.Incidents;

/// <summary>Refusals of one key (an incident, a person in it, a domain, an hour), counted before they are written.</summary>
/// <param name="FirstAt">Event time of the earliest, unix milliseconds.</param>
/// <param name="LastAt">Event time of the latest, unix milliseconds.</param>
/// <param name="Permanent">Those of them that were 5xx.</param>
internal readonly record struct IncidentGain(long Refusals, long FirstAt, long LastAt, long Permanent)
{
    public IncidentGain With(long at, bool permanent) => Refusals == 0
        ? new IncidentGain(1, at, at, permanent ? 1 : 0)
        : new IncidentGain(Refusals + 1, Math.Min(FirstAt, at), Math.Max(LastAt, at), Permanent + (permanent ? 1 : 0));
}
