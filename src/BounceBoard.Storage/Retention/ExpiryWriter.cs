using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Retention;

/// <summary>Removes what a tenant need not keep any more, in ranges that are small enough for a short transaction.</summary>
public sealed class ExpiryWriter
{
    /// <summary>Rows of one range, about: hours that several rows share are not torn apart.</summary>
    public const int Rows = 2000;

    /// <summary>How many steps there are; each is repeated until it removes nothing.</summary>
    public static int Steps => ExpiryStep.All.Count;

    public static ExpiredKind KindOf(int step) => ExpiryStep.All[step].Kind;

    /// <summary>Removes the next range of a step.</summary>
    /// <param name="before">What came before this moment.</param>
    /// <returns>Rows removed; null when there are none left.</returns>
    public async Task<int?> RemoveAsync(
        TenantId tenant, int step, DateTimeOffset before, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var (find, delete) = (ExpiryStep.All[step].Find, ExpiryStep.All[step].Delete);
        var cut = ExpiryStep.All[step].ByHour ? Hours.StartOf(before) : RowIds.First(before);
        return await transaction.FindAsync<long?>(find, new { tenant, cut, rows = Rows }, cancellationToken) is { } last
            ? await transaction.ExecuteAsync(delete, new { tenant, last }, cancellationToken)
            : null;
    }

    /// <summary>
    /// Removes the people of the next range of old refusals who have no newer one. The refusals stay: whole months of them may leave in one go.
    /// </summary>
    /// <param name="after">Last refusal of the range before; 0 for the first.</param>
    /// <returns>What was removed and how far it went; null when there are no old refusals left.</returns>
    public async Task<ExpiredPeople?> RemovePeopleAsync(
        TenantId tenant, long after, DateTimeOffset before, DbTransaction transaction, CancellationToken cancellationToken)
    {
        const string find = """
            SELECT MAX(w.id) AS last, count(*) AS refusals FROM
                (SELECT id FROM refusal WHERE tenant_id = @tenant AND id > @after AND id < @cut ORDER BY id LIMIT @rows) w
            """;
        const string delete = """
            DELETE FROM incident_person
            WHERE tenant_id = @tenant
                AND (incident_id, recipient_key) IN
                    (SELECT r.incident_id, r.recipient_key FROM refusal r WHERE r.tenant_id = @tenant AND r.id > @after AND r.id <= @last)
                AND NOT EXISTS
                    (SELECT 1 FROM refusal k
                     WHERE k.tenant_id = @tenant AND k.recipient_key = incident_person.recipient_key
                         AND k.incident_id = incident_person.incident_id AND k.id >= @cut)
            """;
        var cut = RowIds.First(before);
        var range = await transaction.FindAsync<Range>(find, new { tenant, after, cut, rows = Rows }, cancellationToken);
        if (range?.Last is not { } last)
        {
            return null;
        }
        var people = await transaction.ExecuteAsync(delete, new { tenant, after, last, cut }, cancellationToken);
        return new ExpiredPeople(last, range.Refusals, people);
    }

    private sealed class Range
    {
        public required long? Last { get; init; }

        public required int Refusals { get; init; }
    }
}
