using BounceBoard.Core.Tenants;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Reads what stands against sending to people.</summary>
internal sealed class PersonReading(SuppressionReader suppressions, RetryHistoryReader history)
{
    private const int AtOnce = 1000;

    /// <param name="except">A batch that is not held against its own people; 0 for none.</param>
    /// <returns>By recipient key, every one of them.</returns>
    public async Task<IReadOnlyDictionary<string, PersonState>> ReadAsync(
        TenantId tenant, IEnumerable<string> recipientKeys, RetrySettingRow setting, long except, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, PersonState>(StringComparer.Ordinal);
        foreach (var keys in recipientKeys.Chunk(AtOnce))
        {
            var entries = await suppressions.FindAsync(tenant, keys, cancellationToken);
            var tries = await history.FindAsync(tenant, keys, now.AddDays(-setting.PerPersonDays), except, cancellationToken);
            foreach (var key in keys)
            {
                found[key] = new PersonState(entries.GetValueOrDefault(key), tries.GetValueOrDefault(key));
            }
        }
        return found;
    }
}
