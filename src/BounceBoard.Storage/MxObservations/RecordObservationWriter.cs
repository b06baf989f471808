using System.Data.Common;
using BounceBoard.Core.Domains;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Keeps the answers for one name and type as intervals, see <see cref="MxObservationWriter"/>.</summary>
public sealed class RecordObservationWriter
{
    /// <inheritdoc cref="MxObservationWriter.SeenAsync"/>
    public async Task<bool> SeenAsync(
        string resolver, RecordAnswer answer, DateTimeOffset at, ObservationOrigin origin, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            id = RowIds.Next(at),
            origin = origin.ToString(),
            name = answer.Name,
            type = answer.Type.ToString(),
            resolver,
            at,
            state = answer.State.ToString(),
            answer = AnswerJson.Write(answer),
            ttl = answer.Ttl,
        };
        var extended = await transaction.ExecuteAsync(
            """
            UPDATE record_observation
            SET seen_until = CASE WHEN seen_until < @at THEN @at ELSE seen_until END, ttl = @ttl
            WHERE id = (SELECT id FROM record_observation
                        WHERE origin = @origin AND name = @name AND type = @type AND resolver = @resolver
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
            INSERT INTO record_observation (id, origin, name, type, resolver, from_at, seen_until, state, answer, ttl)
            VALUES (@id, @origin, @name, @type, @resolver, @at, @at, @state, @answer, @ttl)
            """,
            parameters,
            cancellationToken);
        return true;
    }
}
