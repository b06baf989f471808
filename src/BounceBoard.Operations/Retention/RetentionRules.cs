using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Retention;

/// <summary>How long a tenant's evidence is kept.</summary>
internal static class RetentionRules
{
    public const int MostDays = 36_500;

    /// <summary>What arrived before this moment may go.</summary>
    /// <param name="installationDays">For tenants without days of their own.</param>
    /// <returns>Null when everything is kept.</returns>
    public static DateTimeOffset? CutOff(TenantRow tenant, int installationDays, DateTimeOffset now) =>
        (tenant.RetentionDays ?? installationDays) is > 0 and var days ? now.AddDays(-days) : null;
}
