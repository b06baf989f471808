using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Routes;

/// <summary>A named group of sending addresses of a tenant.</summary>
public sealed class SenderPoolRow
{
    public required TenantId TenantId { get; init; }

    public required long Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<IPAddress> Addresses
    {
        get => JsonText.ReadAddresses(AddressesText);
        init => AddressesText = JsonText.Write(value);
    }

    internal string AddressesText { get; init; } = "[]";
}
