using System.Collections.Concurrent;
using System.Diagnostics;

namespace BounceBoard.TestKit.Storage;

/// <summary>The statements that the storage runs inside <see cref="OfAsync"/>, as it tells them to whoever listens.</summary>
public static class SeenStatements
{
    public static async Task<IReadOnlyList<string>> OfAsync(Func<Task> work)
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "BounceBoard.Storage" or nameof(SeenStatements),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        using var own = new ActivitySource(nameof(SeenStatements));
        ActivitySource.AddActivityListener(listener);
        using var root = own.StartActivity("test") ?? throw new InvalidOperationException("Nobody listens.");
        // Other tests run beside this one; theirs are not this one's children.
        listener.ActivityStopped = activity =>
        {
            if (activity.TraceId == root.TraceId && activity.GetTagItem("db.query.text") is string sql)
            {
                seen.Enqueue(sql);
            }
        };
        await work();
        return [.. seen];
    }
}
