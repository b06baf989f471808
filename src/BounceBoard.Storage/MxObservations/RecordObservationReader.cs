using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Reads what resolvers said of one name and type.</summary>
public sealed class RecordObservationReader(Database.Database database)
{
    /// <summary>Intervals kept in one answer.</summary>
    private const int Most = 500;

    /// <summary>Names followed from one address.</summary>
    private const int MostNames = 16;

    /// <summary>The PTR records of an address, and the A or AAAA records of every name they give: what a forward-confirmed comparison needs.</summary>
    public async Task<IReadOnlyList<RecordObservation>> ListReverseAsync(IPAddress address, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        List<RecordObservation> rows = [.. await ListAsync(ReverseName.Of(plain), RecordType.Ptr, origin, cancellationToken)];
        var forward = plain.AddressFamily == AddressFamily.InterNetwork ? RecordType.A : RecordType.Aaaa;
        foreach (var name in rows.SelectMany(row => row.Answer.Records).Distinct(StringComparer.Ordinal).Take(MostNames).ToList())
        {
            rows.AddRange(await ListAsync(name, forward, origin, cancellationToken));
        }
        return rows;
    }

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
        return Observations(name, type, rows);
    }

    /// <summary>The same for many names, with one statement.</summary>
    /// <returns>By name; one that was never observed is missing.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<RecordObservation>>> ListAsync(
        IReadOnlyCollection<string> names, RecordType type, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        if (names.Count == 0)
        {
            return new Dictionary<string, IReadOnlyList<RecordObservation>>();
        }
        var sql = $"""
            SELECT o.id, o.name, o.resolver, o.from_at, o.seen_until, o.state, o.answer, o.ttl
            FROM (SELECT id, name, resolver, from_at, seen_until, state, answer, ttl,
                         ROW_NUMBER() OVER (PARTITION BY name ORDER BY from_at DESC, id DESC) AS place
                  FROM record_observation
                  WHERE origin = @origin AND type = @type AND name {database.Dialect.AnyOf("@names")}) o
            WHERE o.place <= @most
            """;
        var parameters = new { origin = origin.ToString(), type = type.ToString(), names = database.Dialect.List(names), most = Most };
        var rows = await database.ListAsync<ObservationRow>(sql, parameters, cancellationToken);
        return rows.GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Observations(group.Key, type, group));
    }

    private static IReadOnlyList<RecordObservation> Observations(string name, RecordType type, IEnumerable<ObservationRow> rows) =>
        [.. rows.OrderBy(row => row.Resolver, StringComparer.Ordinal).ThenBy(row => row.FromAt).ThenBy(row => row.Id)
            .Select(row => new RecordObservation(
                row.Id, row.Resolver, row.FromAt, row.SeenUntil, AnswerJson.ReadRecord(row.Answer, name, type.ToString(), row.State, (int?)row.Ttl)))];
}
