namespace BounceBoard.Storage.Incidents;

/// <summary>Refusals of one key (an incident, a person in it, a domain, an hour), counted before they are written.</summary>
/// <param name="FirstAt">Event time of the earliest, unix milliseconds.</param>
/// <param name="LastAt">Event time of the latest, unix milliseconds.</param>
internal readonly record struct IncidentGain(long Refusals, long FirstAt, long LastAt)
{
    public IncidentGain With(long at) =>
        Refusals == 0 ? new IncidentGain(1, at, at) : new IncidentGain(Refusals + 1, Math.Min(FirstAt, at), Math.Max(LastAt, at));
}
