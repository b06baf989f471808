using BounceBoard.Core.Tenants;

namespace BounceBoard.Operations.Retention;

/// <summary>How long a tenant's evidence is kept.</summary>
/// <param name="Own">The tenant's own choice; null when it follows the installation.</param>
/// <param name="Days">What counts; 0 for ever.</param>
public sealed record TenantRetention(TenantId Id, string Slug, int? Own, int Days);
