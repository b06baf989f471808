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
        return [.. rows.OrderBy(row => row.Resolver, StringComparer.Ordinal).ThenBy(row => row.FromAt).ThenBy(row => row.Id)
            .Select(row => new MxObservation(
                row.Id, row.Resolver, row.FromAt, row.SeenUntil, AnswerJson.ReadMx(row.Answer, domain.Value, row.State, (int?)row.Ttl)))];
    }
}
