using System.Data.Common;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.RetryBatches;

/// <summary>Which database this is: as its row says, and as the server says that it stands on.</summary>
public sealed class SendingIdentityReader(Database.Database database)
{
    /// <summary>Whether the server itself tells one database from another; else a file beside the database does.</summary>
    public bool IsOnServer => database.Dialect.Provider == StorageProvider.PostgreSql;

    /// <returns>Null before the first start.</returns>
    public Task<SendingIdentityRow?> FindAsync(CancellationToken cancellationToken) =>
        database.FindAsync<SendingIdentityRow>("""SELECT identity, copied_at FROM sending_identity WHERE id = 1""", null, cancellationToken);

    /// <summary>
    /// What no copy of a database shares with it. Of a server: the cluster, the database, the table of batches in it, and the timeline, which begins
    /// anew when a standby is promoted or an archive is recovered.
    /// </summary>
    /// <param name="withCluster">False where this role may not ask for the cluster; then a copy in another cluster can look alike.</param>
    /// <exception cref="DbException">This role may not ask.</exception>
    /// <exception cref="InvalidOperationException">The database stands on no server.</exception>
    public async Task<string> OnServerAsync(bool withCluster, CancellationToken cancellationToken) =>
        await database.FindAsync<string>(database.Dialect.Identity(withCluster), null, cancellationToken)
        ?? throw new InvalidOperationException("The server did not say which database this is.");
}
