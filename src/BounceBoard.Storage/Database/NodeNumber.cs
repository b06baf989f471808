using System.Data.Common;
using Dapper;

namespace BounceBoard.Storage.Database;

/// <summary>
/// Makes this process a node of the database: a number of its own in every row id. It is taken when the database is opened, by the host as by a command,
/// shown to be alive every five minutes, and given back at the end. Who died without a word loses it after an hour.
/// </summary>
internal sealed class NodeNumber : IDisposable
{
    private static readonly TimeSpan Pulse = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _turn = new();
    private Holder _holder;

    private NodeNumber(Database database, TimeProvider time)
    {
        (_database, _time) = (database, time);
        _holder = Take();
        _timer = time.CreateTimer(_ => Beat(), null, Pulse, Pulse);
    }

    /// <exception cref="InvalidOperationException">Every number is taken.</exception>
    public static NodeNumber Take(Database database, TimeProvider time) => new(database, time);

    public void Dispose()
    {
        _timer.Dispose();
        lock (_turn)
        {
            Try(connection => connection.Execute(
                """DELETE FROM node WHERE number = @Number AND name = @Name AND started_at = @StartedAt""", _holder));
        }
    }

    private Holder Take()
    {
        var now = _time.GetUtcNow();
        using var connection = _database.Dialect.Connect(_database.ConnectionString);
        connection.Open();
        connection.Execute("""DELETE FROM node WHERE seen_at < @silent""", new { silent = (now - Silence).ToUnixTimeMilliseconds() });
        var taken = connection.Query<int>("""SELECT number FROM node""").ToHashSet();
        // The number of now first: a process that opens two databases keeps it if it can.
        foreach (var number in Enumerable.Range(0, RowIds.Nodes).Select(step => (RowIds.Node + step) % RowIds.Nodes).Where(number => !taken.Contains(number)))
        {
            var holder = new Holder(number, $"{Environment.MachineName}/{Environment.ProcessId}", now.ToUnixTimeMilliseconds());
            if (connection.Execute(
                """
                INSERT INTO node (number, name, started_at, seen_at) VALUES (@Number, @Name, @StartedAt, @StartedAt) ON CONFLICT (number) DO NOTHING
                """,
                holder) == 1)
            {
                RowIds.Use(number);
                return holder;
            }
        }

        throw new InvalidOperationException(
            $"All {RowIds.Nodes} node numbers of the database {_database.Name} are taken: that many processes use it, or were killed within the last hour. " +
            "Wait an hour, or delete the rows of processes that are gone from the table node.");
    }

    private void Beat()
    {
        lock (_turn)
        {
            Try(connection =>
            {
                var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
                var isMine = connection.Execute(
                    """UPDATE node SET seen_at = @now WHERE number = @Number AND name = @Name AND started_at = @StartedAt""",
                    new { now, _holder.Number, _holder.Name, _holder.StartedAt }) == 1;
                if (!isMine)
                {
                    // The process slept for an hour, or could not reach the database, and was taken for dead.
                    _holder = Take();
                }
            });
        }
    }

    private void Try(Action<DbConnection> work)
    {
        try
        {
            using var connection = _database.Dialect.Connect(_database.ConnectionString);
            connection.Open();
            work(connection);
        }
        catch (Exception problem) when (problem is DbException or InvalidOperationException)
        {
            // Not reachable: the next beat tries again; a number that is not given back is free after an hour.
        }
    }

    private sealed record Holder(int Number, string Name, long StartedAt);
}
