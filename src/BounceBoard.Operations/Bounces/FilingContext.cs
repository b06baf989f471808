using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Bounces;

/// <summary>For whom and when reports are filed.</summary>
/// <param name="Watch">False for sample data, whose domains are never looked up.</param>
internal sealed record FilingContext(TenantId Tenant, bool Watch, DateTimeOffset Now)
{
    /// <summary>What is the tenant's own: a mail that is handed on inside it is not delivered yet.</summary>
    public SenderNetwork Network { get; init; } = SenderNetwork.Empty;
}
