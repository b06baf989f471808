using System.Collections.Concurrent;
using System.Diagnostics;

namespace BounceBoard.Benchmarks.Measuring;

/// <summary>Sums the time of what the storage tells of, by what it is; what runs side by side counts twice.</summary>
internal sealed class StatementClock : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentDictionary<string, TimeSpan> _parts = new();

    public StatementClock()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BounceBoard.Storage",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => _parts.AddOrUpdate(NameOf(activity), activity.Duration, (_, before) => before + activity.Duration),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Time inside write transactions, the time of their statements included.</summary>
    public TimeSpan Transactions => _parts.GetValueOrDefault("transaction");

    /// <summary>Of that, what writes: bulk statements, statements that change rows, commits. The rest looks up and computes.</summary>
    public TimeSpan Writes => _parts.Where(part => IsWrite(part.Key)).Aggregate(TimeSpan.Zero, (sum, part) => sum + part.Value);

    /// <summary>Statements and the tables of bulk statements that took most, in seconds.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Most(int count) =>
        [.. _parts.OrderByDescending(part => part.Value).Take(count).Select(part => KeyValuePair.Create(part.Key, part.Value.TotalSeconds))];

    public void Dispose() => _listener.Dispose();

    private static bool IsWrite(string part) => part.Split(' ')[0] is "bulk" or "commit" or "INSERT" or "UPDATE" or "DELETE";

    private static string NameOf(Activity activity) =>
        activity.GetTagItem("db.collection.name") is string table ? $"bulk {table}"
        : activity.GetTagItem("db.query.text") is string sql ? string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(14))
        : activity.OperationName;
}
