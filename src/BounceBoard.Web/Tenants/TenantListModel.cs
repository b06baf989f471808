using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Web.Tenants;

/// <summary>The list of tenants as its address asks for it.</summary>
/// <param name="Rows">Null while loading.</param>
/// <param name="Text">Part of a name or slug.</param>
/// <param name="State">One state; null for all.</param>
/// <param name="Sort">See <see cref="TenantSort"/>.</param>
internal sealed record TenantListModel(IReadOnlyList<TenantOverviewRow>? Rows, string? Text, TenantState? State, TenantSort Sort)
{
    public int Total => Rows?.Count ?? 0;

    /// <summary>Tenants with an open incident.</summary>
    public int NeedYou => Rows?.Count(row => row.OpenIncidents > 0) ?? 0;

    public bool IsFiltered => !string.IsNullOrWhiteSpace(Text) || State is not null;

    /// <summary>The rows to show; null while loading.</summary>
    public IReadOnlyList<TenantOverviewRow>? Shown => Rows is null ? null : [.. Sorted(Rows.Where(Matches))];

    private bool Matches(TenantOverviewRow row) =>
        (State is null || row.State == State) &&
        (string.IsNullOrWhiteSpace(Text) ||
            row.Name.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase) ||
            row.Slug.Contains(Text.Trim(), StringComparison.OrdinalIgnoreCase));

    private IEnumerable<TenantOverviewRow> Sorted(IEnumerable<TenantOverviewRow> rows) => Sort switch
    {
        TenantSort.Incidents => rows.OrderByDescending(row => row.OpenIncidents).ThenByDescending(row => row.Bounces24h).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        TenantSort.Name => rows.OrderBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        TenantSort.Bounces => rows.OrderByDescending(row => row.Bounces24h).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
        TenantSort.Intake => rows.OrderBy(row => row.LastIntakeAt ?? DateTimeOffset.MinValue).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase),
    };
}
