using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Bounces;

/// <summary>For whom and when reports are filed.</summary>
/// <param name="Watch">False for sample data, whose domains are never looked up.</param>
internal sealed record FilingContext(TenantId Tenant, bool Watch, DateTimeOffset Now);
