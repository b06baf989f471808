namespace BounceBoard.Core.Incidents.Spikes;

/// <summary>One walk along a series, hour by hour: what is told of an hour rests on the hours before it only.</summary>
internal sealed class SpikeSearch(HourSeries series, DateTimeOffset now)
{
    private const int Day = 24;
    private readonly HourCount[] _hours = [.. series.Hours];
    private readonly bool[] _spiking = new bool[series.Count];
    private readonly double[] _expected = new double[series.Count];
    private readonly List<Spike> _found = [];
    private int _learned;
    private Baseline? _byShare;
    private Baseline? _byHours;
    private OpenSpike? _open;

    // Windows never reach back over the end of the last spike: its failures were counted once.
    private int _floor;

    public IReadOnlyList<Spike> Run()
    {
        for (var i = 0; i < series.Count; i++)
        {
            if (i % Day == 0)
            {
                // Learned anew each day: an hour's past is at least 28 days without the last few hours.
                (_learned, _byShare, _byHours) = (i, null, null);
            }

            _expected[i] = For(i, 1).Expected(_hours[i]);
            if (_open is null)
            {
                Open(i);
            }
            else if (now >= _hours[i].Hour.AddHours(1))
            {
                GoOn(_open, i);
            }
        }

        if (_open is { } last)
        {
            Close(last, null);
        }

        return _found;
    }

    private void Open(int i)
    {
        foreach (var length in SpikeLevel.Windows.Where(length => i - length + 1 >= _floor))
        {
            var from = i - length + 1;
            if (People(from, i) >= SpikeLevel.FewestPeople
                && For(i, length).Chance(_hours.AsSpan(from, length)) is var chance && chance <= SpikeLevel.PerLook)
            {
                var since = Since(from, i);
                _open = new OpenSpike(since, chance, For(i, length));
                for (var at = since; at <= i; at++)
                {
                    _spiking[at] = true;
                    _open.Outside(_hours[at]);
                }

                return;
            }
        }
    }

    // The first hour that stands out by itself; back beyond the window as long as each hour does.
    private int Since(int from, int until)
    {
        var since = from;
        while (since < until && IsInside(since))
        {
            since++;
        }

        for (; since == from && from > _floor && !IsInside(from - 1); since = from)
        {
            from--;
        }

        // Six quiet hours can be a spike together when none is one alone: then it began with the first failure.
        return IsInside(since) ? Enumerable.Range(from, until - from).Where(i => _hours[i].Failed > _expected[i]).FirstOrDefault(until) : since;
    }

    private void GoOn(OpenSpike open, int i)
    {
        _spiking[i] = true;
        // Where nothing was tried, nothing is known.
        if (_hours[i] is { Failed: 0, Delivered: 0 })
        {
            return;
        }

        if (!IsInside(i))
        {
            open.Outside(_hours[i]);
        }
        else if (open.Inside(_hours[i], i) && open.CalmSince is { } calm)
        {
            // A short outburst stays in the history: if such come every week, they are the scope's nature; if not, the median passes over it.
            var kept = calm - open.Since < Day ? open.Since : calm;
            Array.Fill(_spiking, false, kept, i - kept + 1);
            Close(open, calm);
        }
    }

    private void Close(OpenSpike open, int? calm)
    {
        var until = (calm ?? series.Count) - 1;
        var hours = _hours[open.Since..(until + 1)];
        long? attempts = hours.All(hour => hour.Delivered is not null) ? hours.Sum(hour => hour.Failed + (hour.Delivered ?? 0)) : null;
        var spike = new Spike(
            _hours[open.Since].Hour, calm is { } at ? _hours[at].Hour : null, _expected.AsSpan(open.Since, hours.Length).ToArray().Sum(),
            hours.Sum(hour => hour.Failed), attempts, People(open.Since, until), open.Chance, "");
        _found.Add(spike with { How = SpikeSentence.Of(spike, open.Baseline.Hours) });
        (_open, _floor) = (null, calm ?? series.Count);
    }

    private bool IsInside(int i) => For(i, 1).Chance(_hours.AsSpan(i, 1)) > SpikeLevel.Inside;

    private Baseline For(int i, int length)
    {
        var known = true;
        foreach (var hour in _hours.AsSpan(i - length + 1, length))
        {
            known &= hour.Delivered is not null;
        }

        return known
            ? _byShare ??= Baseline.Of(series, _learned, _spiking, Measure.Share)
            : _byHours ??= Baseline.Of(series, _learned, _spiking, Measure.Hours);
    }

    private long People(int from, int until) => _hours[from..(until + 1)].Sum(hour => hour.NewPeople);
}
