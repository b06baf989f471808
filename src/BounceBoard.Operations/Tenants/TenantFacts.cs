using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Wordings;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Tenants;

/// <summary>What the rules must know of a tenant beside its refusals.</summary>
/// <param name="Rules">What wordings mean for this tenant, before the house's own rows are asked.</param>
/// <param name="Origin">Recorded answers for sample data, live ones for everybody else: the two are never mixed.</param>
internal sealed record TenantFacts(TenantId Id, bool IsDemo, ObservationOrigin Origin, SenderNetwork Network, WordingRules Rules);
