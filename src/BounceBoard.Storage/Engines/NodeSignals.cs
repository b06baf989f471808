using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>Short words between the processes that share one PostgreSQL database (LISTEN and NOTIFY). Nothing on SQLite, whose file has one host.</summary>
public sealed class NodeSignals(Database.Database database)
{
    private const string Channel = "bounceboard";

    // A server that went away without a word is noticed after this and the next one together.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private const int AnswerSeconds = 10;

    /// <summary>Whether there may be other nodes to speak to.</summary>
    public bool AreCarried => database.Dialect.Provider == StorageProvider.PostgreSql;

    /// <summary>
    /// Says the words to every listening node, this one too. Call it after the commit, never inside a transaction that does something else:
    /// from NOTIFY to the end of its transaction the server lets no other notifying transaction of any database commit.
    /// </summary>
    /// <param name="words">Each shorter than 8,000 bytes.</param>
    public async Task SendAsync(IReadOnlyCollection<string> words, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = connection.CreateBatch();
        foreach (var word in words)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_notify(@channel, @word)")
            {
                Parameters = { new NpgsqlParameter<string>("channel", Channel), new NpgsqlParameter<string>("word", word) },
            });
        }
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Hears words on a connection of its own until that breaks or the token ends it.</summary>
    /// <param name="listening">Called once: every word that is sent from now on is heard.</param>
    /// <param name="heard">Called with each word, one after the other.</param>
    public async Task ListenAsync(Action listening, Action<string> heard, CancellationToken cancellationToken)
    {
        // Not pooled: LISTEN belongs to the session, and the next borrower of the connection would inherit it.
        var options = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, CommandTimeout = AnswerSeconds, KeepAlive = 0 };
        await using var connection = new NpgsqlConnection(options.ToString());
        connection.Notification += (_, notification) => heard(notification.Payload);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, $"LISTEN {Channel}", cancellationToken);
        listening();
        while (true)
        {
            if (!await connection.WaitAsync(Quiet, cancellationToken))
            {
                await RunAsync(connection, "SELECT 1", cancellationToken);
            }
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two statements above.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
