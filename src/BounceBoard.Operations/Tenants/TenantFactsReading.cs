using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Routes;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Wordings;

namespace BounceBoard.Operations.Tenants;

/// <summary>Reads what the rules must know of a tenant.</summary>
internal sealed class TenantFactsReading(TenantReader tenants, SenderNetworkReader networks, WordingRuleReader rules)
{
    public async Task<TenantFacts> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var row = await tenants.FindAsync(tenant, cancellationToken);
        var isDemo = row?.IsDemo ?? false;
        var network = row is null ? SenderNetwork.Empty : await networks.LoadAsync(tenant, cancellationToken);
        return new TenantFacts(tenant, isDemo, isDemo ? ObservationOrigin.Recorded : ObservationOrigin.Live, network, await TenantRules.LoadAsync(rules, tenant, cancellationToken));
    }
}
