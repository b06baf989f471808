using System.Globalization;

namespace BounceBoard.Core.Tenants;

/// <summary>Key of a tenant: the first part of every key in the database.</summary>
/// <param name="Value">Positive for tenants; <see cref="Installation"/> (0) stands for the installation itself, in the audit log only.</param>
public readonly record struct TenantId(long Value)
{
    /// <summary>The installation itself: audit rows that belong to no tenant carry it.</summary>
    public static TenantId Installation { get; }

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
