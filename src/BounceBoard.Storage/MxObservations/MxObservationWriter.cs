using System.Data.Common;
using BounceBoard.Core.Domains;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Keeps MX answers as intervals, one line of intervals per resolver.</summary>
public sealed class MxObservationWriter
{
    /// <summary>Extends the resolver's latest interval when the answer is the same, and opens a new one when it is not.</summary>
    /// <returns>True when a new interval was opened: this resolver says something else than last time, or speaks for the first time.</returns>
    public async Task<bool> SeenAsync(
        string resolver, MxAnswer answer, DateTimeOffset at, ObservationOrigin origin, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            id = RowIds.Next(at),
            origin = origin.ToString(),
            domain = answer.Domain.Value,
            resolver,
            at,
            state = answer.State.ToString(),
            answer = AnswerJson.Write(answer),
            ttl = answer.Ttl,
        };
        var extended = await transaction.ExecuteAsync(
            """
            UPDATE mx_observation
            SET seen_until = CASE WHEN seen_until < @at THEN @at ELSE seen_until END, ttl = @ttl
            WHERE id = (SELECT id FROM mx_observation
                        WHERE origin = @origin AND domain = @domain AND resolver = @resolver
                        ORDER BY from_at DESC, id DESC LIMIT 1)
              AND state = @state AND answer = @answer
            """,
            parameters,
            cancellationToken);
        if (extended == 1)
        {
            return false;
        }
        await transaction.ExecuteAsync(
            """
            INSERT INTO mx_observation (id, origin, domain, resolver, from_at, seen_until, state, answer, ttl)
            VALUES (@id, @origin, @domain, @resolver, @at, @at, @state, @answer, @ttl)
            """,
            parameters,
            cancellationToken);
        return true;
    }
}
