using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.MxObservations;

/// <summary>Reads what resolvers said of a domain's MX, then and now. Public DNS belongs to no tenant.</summary>
public sealed class MxObservationReader(Database.Database database)
{
    /// <summary>Intervals kept in one answer; the latest of a domain that changes with every look.</summary>
    private const int Most = 2000;

    /// <summary>All intervals of the domain from all resolvers, by resolver and time; at most the latest 2,000.</summary>
    public async Task<IReadOnlyList<MxObservation>> ListAsync(DomainName domain, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        var rows = await database.ListAsync<ObservationRow>(
            """
            SELECT id, resolver, from_at, seen_until, state, answer, ttl
            FROM mx_observation
            WHERE origin = @origin AND domain = @domain
            ORDER BY from_at DESC, id DESC
            LIMIT @most
            """,
            new { origin = origin.ToString(), domain = domain.Value, most = Most },
            cancellationToken);
        return Observations(domain.Value, rows);
    }

    /// <summary>The same for many domains, with one statement.</summary>
    /// <returns>By domain; one that was never observed is missing.</returns>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<MxObservation>>> ListAsync(
        IReadOnlyCollection<DomainName> domains, ObservationOrigin origin, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT o.id, o.name, o.resolver, o.from_at, o.seen_until, o.state, o.answer, o.ttl
            FROM (SELECT id, domain AS name, resolver, from_at, seen_until, state, answer, ttl,
                         ROW_NUMBER() OVER (PARTITION BY domain ORDER BY from_at DESC, id DESC) AS place
                  FROM mx_observation
                  WHERE origin = @origin AND domain {database.Dialect.AnyOf("@domains")}) o
            WHERE o.place <= @most
            """;
        var parameters = new { origin = origin.ToString(), domains = database.Dialect.List(domains.Select(domain => domain.Value)), most = Most };
        var rows = await database.ListAsync<ObservationRow>(sql, parameters, cancellationToken);
        return rows.GroupBy(row => row.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => Observations(group.Key, group));
    }

    private static IReadOnlyList<MxObservation> Observations(string domain, IEnumerable<ObservationRow> rows) =>
        [.. rows.OrderBy(row => row.Resolver, StringComparer.Ordinal).ThenBy(row => row.FromAt).ThenBy(row => row.Id)
            .Select(row => new MxObservation(
                row.Id, row.Resolver, row.FromAt, row.SeenUntil, AnswerJson.ReadMx(row.Answer, domain, row.State, (int?)row.Ttl)))];
}
