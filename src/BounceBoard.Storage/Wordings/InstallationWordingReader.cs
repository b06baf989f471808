using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Wordings;

/// <summary>
/// Unknown wordings over all tenants, for the owners of the installation. Only skeletons and sums leave this class: no tenant, no example, no address.
/// Sample data is nobody's and does not count.
/// </summary>
public sealed class InstallationWordingReader(Database.Database database)
{
    /// <param name="text">Part of the skeleton; null for all.</param>
    public Task<IReadOnlyList<InstallationWordingRow>> ListAsync(string? text, WordingSort sort, int take, int skip, CancellationToken cancellationToken)
    {
        var sql = $"""
            SELECT w.skeleton, COUNT(*) AS tenants, COUNT(w.rule_id) AS ruled, CAST(SUM(w.refusals) AS BIGINT) AS refusals,
                   MIN(w.first_at) AS first_at, MAX(w.last_at) AS last_at
            FROM unknown_wording w
            JOIN tenant t ON t.tenant_id = w.tenant_id
            WHERE NOT t.is_demo{WordingConditions.Where(text)}
            GROUP BY w.skeleton
            ORDER BY {WordingConditions.OrderBy(sort)}
            LIMIT @take OFFSET @skip
            """;
        return database.ListAsync<InstallationWordingRow>(sql, new { text = LikePattern.Containing(text), take, skip }, cancellationToken);
    }
}
