using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Bounces;

/// <summary>
/// The refusals that reports of a batch may tell of again, by what makes two reports the same: the natural key, an id, or the second. A flood of
/// one person's refusals is then not compared each with each.
/// </summary>
internal sealed class KnownRefusals
{
    // So many refusals of one person with one id around one time are made up: then reports are no longer folded.
    private const int MostCompared = 200;

    private static readonly Comparer<Entry> ByTime = Comparer<Entry>.Create((a, b) => (a.At, a.Id).CompareTo((b.At, b.Id)));

    private readonly Dictionary<string, FiledRefusal> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Person, IdKind Kind, string Id), SortedSet<Entry>> _entries = [];

    private enum IdKind { Message, Queue, Second }

    public void Add(FiledRefusal refusal)
    {
        _byKey.TryAdd(refusal.Row.FoldKey, refusal);
        foreach (var place in PlacesOf(refusal))
        {
            if (!_entries.TryGetValue(place, out var entries))
            {
                _entries[place] = entries = new SortedSet<Entry>(ByTime);
            }

            entries.Add(EntryOf(refusal));
        }
    }

    /// <summary>The refusal that the report tells of; null when it is the first to tell.</summary>
    public FiledRefusal? Find(ToldRefusal told) =>
        _byKey.TryGetValue(told.Key, out var same)
            ? same
            : Candidates(told).Where(entry => entry.Refusal is { } other && RefusalFold.Same(other.Report, told.Report)).Order(ByTime)
                .FirstOrDefault().Refusal;

    /// <summary>Completes a refusal; what it is found by may change with that.</summary>
    /// <returns>False when the report says nothing new.</returns>
    public bool Complete(FiledRefusal refusal, ToldRefusal told)
    {
        var (entry, places) = (EntryOf(refusal), PlacesOf(refusal).ToList());
        if (!refusal.Complete(told))
        {
            return false;
        }

        foreach (var place in places)
        {
            _entries[place].Remove(entry);
        }

        Add(refusal);
        return true;
    }

    private IEnumerable<Entry> Candidates(ToldRefusal told)
    {
        var (person, at) = (told.Row.RecipientKey, told.Row.OccurredAt);
        var window = told.IsDeferral ? RefusalFold.DeferralWindow : RefusalFold.PermanentWindow;
        if (told.Report.MessageId is { } message)
        {
            foreach (var entry in Within((person, IdKind.Message, message), at, window))
            {
                yield return entry;
            }
        }

        if (told.Report.QueueId is { } queue)
        {
            foreach (var entry in Within((person, IdKind.Queue, queue), at, window))
            {
                yield return entry;
            }
        }

        for (var second = told.Second - 1; second <= told.Second + 1; second++)
        {
            foreach (var entry in Within((person, IdKind.Second, $"{second}"), at, window))
            {
                yield return entry;
            }
        }
    }

    private IEnumerable<Entry> Within((string, IdKind, string) place, DateTimeOffset at, TimeSpan window) =>
        _entries.TryGetValue(place, out var entries)
            ? entries.GetViewBetween(new Entry(at - window, long.MinValue), new Entry(at + window, long.MaxValue)).Take(MostCompared)
            : [];

    private static IEnumerable<(string Person, IdKind Kind, string Id)> PlacesOf(FiledRefusal refusal)
    {
        var (row, person) = (refusal.Row, refusal.Row.RecipientKey);
        if (row.MessageId is { } message)
        {
            yield return (person, IdKind.Message, message);
        }

        if (row.QueueId is { } queue)
        {
            yield return (person, IdKind.Queue, queue);
        }

        // A time that only stands in for an unknown one makes nothing the same.
        if (row.OccurredSource != FieldSource.Unknown)
        {
            yield return (person, IdKind.Second, $"{row.OccurredAt.ToUnixTimeSeconds()}");
        }
    }

    private static Entry EntryOf(FiledRefusal refusal) => new(refusal.Row.OccurredAt, refusal.Row.Id, refusal);

    /// <param name="Refusal">Null for the bound of a range.</param>
    private readonly record struct Entry(DateTimeOffset At, long Id, FiledRefusal? Refusal = null);
}
