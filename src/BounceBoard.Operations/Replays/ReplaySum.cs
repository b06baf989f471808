namespace BounceBoard.Operations.Replays;

/// <summary>Adds up what one incident after the other gives; only what is shown is kept whole.</summary>
internal sealed class ReplaySum
{
    private readonly List<ReplayedIncident> _shown = [];
    private readonly List<long> _differing = [];
    private int _undecided;
    private int _forgotten;
    private int _judged;
    private int _held;
    private int _added;

    public int Looked => _undecided + _forgotten + _judged;

    public void AddUndecided() => _undecided++;

    /// <param name="replayed">Null when no refusal of the decision is kept any more.</param>
    public void Add(ReplayedIncident? replayed)
    {
        if (replayed is null)
        {
            _forgotten++;
            return;
        }
        _judged++;
        if (!replayed.Difference.IsAny)
        {
            return;
        }
        _differing.Add(replayed.Incident.Id);
        (_held, _added) = (_held + replayed.Held, _added + replayed.Added);
        if (_shown.Count < ReplayLab.MostShown)
        {
            _shown.Add(replayed);
        }
    }

    public ReplayOutcome End(DateTimeOffset at, bool isWhole) => new()
    {
        At = at,
        Judged = _judged,
        Undecided = _undecided,
        Forgotten = _forgotten,
        Shown = _shown,
        Differing = _differing,
        Held = _held,
        Added = _added,
        IsWhole = isWhole,
    };
}
