using BounceBoard.Operations.Incidents;
using BounceBoard.Storage.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>What became of a batch's refusals.</summary>
internal sealed class FiledBatch
{
    private readonly HashSet<FiledRefusal> _new = [];

    /// <summary>New refusals in the order of their first reports, each with the row as that report told it: counts are made of that.</summary>
    public List<(FiledRefusal Refusal, ToldRefusal Told, RefusalRow First)> Added { get; } = [];

    /// <summary>Refusals of earlier batches that a report completed.</summary>
    public HashSet<FiledRefusal> Completed { get; } = [];

    public HashSet<EvidenceLink> Links { get; } = [];

    /// <summary>Every report of the batch as it was told, with what its refusal was then.</summary>
    public List<Telling> Tellings { get; } = [];

    /// <summary>Incidents that got a refusal or whose refusal was completed.</summary>
    public IReadOnlySet<long> Incidents =>
        Added.Select(added => added.Refusal).Concat(Completed).Select(refusal => refusal.Row.IncidentId).ToHashSet();

    public void Add(FiledRefusal refusal, ToldRefusal told)
    {
        _new.Add(refusal);
        Added.Add((refusal, told, refusal.Row));
    }

    public void Complete(FiledRefusal refusal)
    {
        // What the batch itself adds is written once, complete.
        if (!_new.Contains(refusal))
        {
            Completed.Add(refusal);
        }
    }

    /// <param name="incidents">One for each added refusal, in their order.</param>
    public void JoinIncidents(IReadOnlyList<JoinedIncident> incidents)
    {
        for (var i = 0; i < Added.Count; i++)
        {
            Added[i].Refusal.JoinIncident(incidents[i]);
        }
    }
}
