using BounceBoard.Core.Domains;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Reads what resolvers said of one name and type.</summary>
public sealed class RecordObservationReader(Database.Database database)
{
    /// <summary>Intervals kept in one answer.</summary>
    private const int Most = 500;

    /// <param name="name">Lower case, without the root dot; a PTR record stands under its reverse name.</param>
    /// <returns>Intervals from all resolvers, by resolver and time; at most the latest 500.</returns>
    public async Task<IReadOnlyList<RecordObservation>> ListAsync(
        string name, RecordType type, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync<ObservationRow>(
            """
            SELECT id, resolver, from_at, seen_until, state, answer, ttl
            FROM record_observation
            WHERE origin = @origin AND name = @name AND type = @type
            ORDER BY from_at DESC, id DESC
            LIMIT @most
            """,
            new { origin = origin.ToString(), name, type = type.ToString(), most = Most },
            cancellationToken);
        return [.. rows.OrderBy(row => row.Resolver, StringComparer.Ordinal).ThenBy(row => row.FromAt).ThenBy(row => row.Id)
            .Select(row => new RecordObservation(
                row.Id, row.Resolver, row.FromAt, row.SeenUntil, AnswerJson.ReadRecord(row.Answer, name, type.ToString(), row.State, (int?)row.Ttl)))];
    }
}
