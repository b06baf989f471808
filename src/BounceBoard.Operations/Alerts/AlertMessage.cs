using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Alerts;

/// <summary>Alerts of one tenant that go to one destination together.</summary>
/// <param name="Alerts">The oldest first; at least one.</param>
/// <param name="Total">With those that are not listed any more.</param>
internal sealed record AlertMessage(TenantRow Tenant, string Id, IReadOnlyList<AlertRow> Alerts, int Total, DateTimeOffset At)
{
    /// <summary>Alerts that one message lists; the newest are.</summary>
    private const int MostListed = 50;

    public bool IsTest { get; init; }

    /// <param name="destination">Id of the destination.</param>
    /// <param name="ids">Of all alerts, listed or not: sent again, the same ones make the same id.</param>
    public static AlertMessage Of(TenantRow tenant, long destination, IReadOnlyList<long> ids, IReadOnlyList<AlertRow> alerts, DateTimeOffset at)
    {
        var text = string.Join(' ', ids.Prepend(destination).Prepend(tenant.Id.Value).Select(id => id.ToString(CultureInfo.InvariantCulture)));
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
        return new AlertMessage(tenant, id, [.. alerts.TakeLast(MostListed)], ids.Count, at);
    }
}
