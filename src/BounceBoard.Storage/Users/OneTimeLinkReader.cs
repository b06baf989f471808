using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Reads one-time links by the hash of their token.</summary>
public sealed class OneTimeLinkReader(Database.Database database)
{
    private const string Columns = "token_hash, purpose, user_id, created_at, expires_at, used_at";

    public Task<OneTimeLinkRow?> FindAsync(string tokenHash, CancellationToken cancellationToken) =>
        database.FindAsync<OneTimeLinkRow>(
            $"""SELECT {Columns} FROM one_time_link WHERE token_hash = @tokenHash""", new { tokenHash }, cancellationToken);

    /// <summary>Links of one person that still work at <paramref name="now"/>, newest first.</summary>
    public Task<IReadOnlyList<OneTimeLinkRow>> ListOpenAsync(long userId, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ListAsync<OneTimeLinkRow>(
            $"""
            SELECT {Columns} FROM one_time_link
            WHERE user_id = @userId AND used_at IS NULL AND expires_at > @now
            ORDER BY created_at DESC
            """,
            new { userId, now },
            cancellationToken);
}
