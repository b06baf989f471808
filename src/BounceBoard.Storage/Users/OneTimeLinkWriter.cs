using System.Data.Common;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Users;

/// <summary>Makes, uses and revokes one-time links.</summary>
public sealed class OneTimeLinkWriter
{
    public Task AddAsync(OneTimeLinkRow link, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """
            INSERT INTO one_time_link (token_hash, purpose, user_id, created_at, expires_at, used_at)
            VALUES (@TokenHash, @Purpose, @UserId, @CreatedAt, @ExpiresAt, @UsedAt)
            """,
            new { link.TokenHash, Purpose = link.Purpose.ToString(), link.UserId, link.CreatedAt, link.ExpiresAt, link.UsedAt },
            cancellationToken);

    /// <returns>False when the link was used before or has expired: of two at once, one gets true.</returns>
    public async Task<bool> UseAsync(string tokenHash, DateTimeOffset now, DbTransaction transaction, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            """
            UPDATE one_time_link SET used_at = @now
            WHERE token_hash = @tokenHash AND used_at IS NULL AND expires_at > @now
            """,
            new { tokenHash, now },
            cancellationToken) == 1;

    /// <summary>Removes the unused links of a person, or those for the set-up (<paramref name="userId"/> null).</summary>
    /// <returns>How many were open.</returns>
    public Task<int> RevokeAsync(long? userId, DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            """DELETE FROM one_time_link WHERE user_id IS NOT DISTINCT FROM @userId AND used_at IS NULL""", new { userId }, cancellationToken);
}
