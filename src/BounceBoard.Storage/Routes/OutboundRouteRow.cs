using System.Net;
using BounceBoard.Core.Routes;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>A way out as a person pasted it: a smarthost or a whole table.</summary>
public sealed class OutboundRouteRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public required RouteKind Kind { get; init; }

    /// <summary>Name of the pool it holds for; null for all mail.</summary>
    public required string? Pool { get; init; }

    /// <summary>Known addresses of the next hop; may be empty.</summary>
    public IReadOnlyList<IPAddress> Addresses
    {
        get => JsonText.ReadAddresses(AddressesText);
        init => AddressesText = JsonText.Write(value);
    }

    /// <summary>The pasted text, unchanged.</summary>
    public required string Text { get; init; }

    internal string AddressesText { get; init; } = "[]";
}
