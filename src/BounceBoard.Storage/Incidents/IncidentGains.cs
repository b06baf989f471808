using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Incidents;

/// <summary>What many new refusals add to the running counts of their incidents, added up in memory.</summary>
internal sealed class IncidentGains
{
    private const long Day = 24 * 3_600_000;

    public Dictionary<long, IncidentGain> Incidents { get; } = [];

    public Dictionary<(long Incident, string Key), IncidentGain> People { get; } = [];

    public Dictionary<(long Incident, long Start), IncidentGain> Hourly { get; } = [];

    public Dictionary<(long Incident, string Name), IncidentGain> Domains { get; } = [];

    public Dictionary<(long Incident, string Name), IncidentGain> Pools { get; } = [];

    /// <summary>People of an incident that were not in it before.</summary>
    public Dictionary<long, long> NewPeople { get; } = [];

    /// <summary>People who were not refused in the 24 hours before, by the hour of their first refusal in this batch.</summary>
    public Dictionary<(long Incident, long Start), long> NewInHour { get; } = [];

    /// <summary>Takes in what stands in the table of a person now.</summary>
    /// <param name="refusals">Of this person in this incident, those of this batch included.</param>
    /// <param name="previousAt">Latest refusal before this batch, unix milliseconds.</param>
    public void Met(long incident, string key, long refusals, long previousAt)
    {
        var gain = People[(incident, key)];
        // Nothing stood there before: all that stands there now was just added.
        var isNew = gain.Refusals == refusals;
        if (isNew)
        {
            NewPeople[incident] = NewPeople.GetValueOrDefault(incident) + 1;
        }

        if (isNew || previousAt <= gain.FirstAt - Day)
        {
            var hour = (incident, Hours.StartOf(DateTimeOffset.FromUnixTimeMilliseconds(gain.FirstAt)));
            NewInHour[hour] = NewInHour.GetValueOrDefault(hour) + 1;
        }
    }

    public static IncidentGains Of(IEnumerable<NewRefusal> refusals)
    {
        var gains = new IncidentGains();
        foreach (var refusal in refusals)
        {
            var at = refusal.At.ToUnixTimeMilliseconds();
            Add(gains.Incidents, refusal.IncidentId, at, refusal);
            // As it will stand in the table: two keys must not become one there.
            Add(gains.People, (refusal.IncidentId, StorableText.Of(refusal.RecipientKey)), at, refusal);
            Add(gains.Hourly, (refusal.IncidentId, Hours.StartOf(refusal.At)), at, refusal);
            Add(gains.Domains, (refusal.IncidentId, refusal.RecipientDomain), at, refusal);
            if (refusal.Pool is { } pool)
            {
                Add(gains.Pools, (refusal.IncidentId, StorableText.Of(pool)), at, refusal);
            }
        }
        return gains;
    }

    private static void Add<TKey>(Dictionary<TKey, IncidentGain> gains, TKey key, long at, NewRefusal refusal)
        where TKey : notnull => gains[key] = gains.GetValueOrDefault(key).With(at, refusal.Permanent);
}
