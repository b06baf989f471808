using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Tenants;

/// <summary>A scope at which several tenants have a spike in the same hours.</summary>
/// <param name="Spikes">One per tenant, the earliest first.</param>
public sealed record SharedTrouble(string ScopeName, IReadOnlyList<SpikeAtTenantRow> Spikes)
{
    /// <summary>Scopes with spikes of at least <see cref="OtherSendersReader.FewestSenders"/> tenants, most tenants first.</summary>
    public static IReadOnlyList<SharedTrouble> Of(IEnumerable<SpikeAtTenantRow> spikes) =>
    [
        .. spikes.GroupBy(spike => spike.ScopeName, StringComparer.Ordinal)
            .Select(scope => new SharedTrouble(scope.Key, [.. scope.GroupBy(spike => spike.TenantId).Select(tenant => tenant.MinBy(spike => spike.SinceAt)).OfType<SpikeAtTenantRow>().OrderBy(spike => spike.SinceAt)]))
            .Where(scope => scope.Spikes.Count >= OtherSendersReader.FewestSenders)
            .OrderByDescending(scope => scope.Spikes.Count).ThenBy(scope => scope.ScopeName, StringComparer.Ordinal),
    ];
}
