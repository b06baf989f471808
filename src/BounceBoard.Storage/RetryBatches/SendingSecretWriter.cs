using System.Data.Common;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Keeps the sealed key of the tokens in envelope senders: one for the installation, the same on every node.</summary>
public sealed class SendingSecretWriter(Database.Database database)
{
    /// <returns>Null before there is one.</returns>
    public Task<string?> FindAsync(CancellationToken cancellationToken) =>
        database.FindAsync<string>("""SELECT sealed FROM sending_secret WHERE id = 1""", null, cancellationToken);

    /// <summary>Keeps this one, unless another node was faster.</summary>
    /// <param name="before">The one that does not open any more; null when there is none.</param>
    public Task KeepAsync(string @sealed, string? before, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO sending_secret (id, sealed) VALUES (1, @sealed)
            ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed WHERE sending_secret.sealed = @before
            """,
            new { @sealed, before },
            cancellationToken);
}
