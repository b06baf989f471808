using BounceBoard.Core.Incidents;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Incidents;

/// <summary>The incidents that a batch of refusals meets, moved on in memory in the order of the refusals.</summary>
internal sealed class IncidentBook
{
    private readonly Dictionary<IncidentFingerprint, Page> _pages = [];
    private readonly Dictionary<long, Page> _byId = [];

    public IncidentBook(IEnumerable<IncidentRow> known)
    {
        foreach (var row in known)
        {
            var page = new Page(row.Id, row.State, row.ClosedAt, row.MergedInto);
            _pages[new IncidentFingerprint(row.Family, row.Scope, row.ScopeName)] = page;
            _byId[row.Id] = page;
        }
    }

    /// <summary>Incidents to open, in the order of their first refusals.</summary>
    public List<NewIncident> Opened { get; } = [];

    /// <summary>Incidents to open again, with the event time of the refusal that does it.</summary>
    public List<(long Id, IncidentState From, IncidentState To, DateTimeOffset At)> Moved { get; } = [];

    /// <summary>The incident that the refusal belongs to.</summary>
    public JoinedIncident IdFor(IncidentFingerprint fingerprint, RefusalRow refusal, DateTimeOffset now)
    {
        if (Find(fingerprint, refusal.RecipientDomain) is not { } own)
        {
            var opened = new NewIncident(RowIds.Next(now), fingerprint, IncidentTitles.Of(fingerprint), refusal.OccurredAt);
            Opened.Add(opened);
            _pages[fingerprint] = new Page(opened.Id, IncidentState.Open, null, null);
            return new JoinedIncident(opened.Id, null);
        }

        // While it is merged its fingerprint is another name of the incident that counts for it.
        var page = own.MergedInto is { } target && _byId.GetValueOrDefault(target) is { } other ? other : own;
        // By event time: a DSN that arrives days late tells of the incident that was closed, not of a new one.
        // One that recovers is opened by the decision when its failures leave the baseline again: a single refusal is what every scope has.
        var again = page.State != IncidentState.Recovering && (page.ClosedAt is not { } closedAt || IncidentStateMachine.Reopens(closedAt, refusal.OccurredAt));
        if (again && IncidentStateMachine.Next(page.State, IncidentEvent.RefusedAgain) is { } next)
        {
            Moved.Add((page.Id, page.State, next, refusal.OccurredAt));
            (page.State, page.ClosedAt) = (next, null);
        }

        return new JoinedIncident(page.Id, ReferenceEquals(page, own) ? null : own.Id);
    }

    // While DNS was silent a refusal was grouped under its domain; later ones of that domain join it rather than split it from its provider.
    private Page? Find(IncidentFingerprint fingerprint, string recipientDomain) =>
        _pages.GetValueOrDefault(fingerprint)
        ?? (fingerprint.Scope == IncidentScope.Provider
            ? _pages.GetValueOrDefault(fingerprint with { Scope = IncidentScope.RecipientDomain, ScopeName = recipientDomain })
            : null);

    private sealed class Page(long id, IncidentState state, DateTimeOffset? closedAt, long? mergedInto)
    {
        public long Id { get; } = id;

        public long? MergedInto { get; } = mergedInto;

        public IncidentState State { get; set; } = state;

        public DateTimeOffset? ClosedAt { get; set; } = closedAt;
    }
}
