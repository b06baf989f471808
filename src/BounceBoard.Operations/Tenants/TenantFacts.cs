using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.Tenants;

/// <summary>What the rules must know of a tenant beside its refusals.</summary>
/// <param name="Origin">Recorded answers for sample data, live ones for everybody else: the two are never mixed.</param>
internal sealed record TenantFacts(TenantId Id, bool IsDemo, ObservationOrigin Origin, SenderNetwork Network);
