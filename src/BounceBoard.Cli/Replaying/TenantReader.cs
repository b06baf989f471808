using System.Net;
using BounceBoard.Core;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Routes;

namespace BounceBoard.Cli.Replaying;

/// <summary>Reads a tenant: pools, own networks and routes.</summary>
internal static class TenantReader
{
    private static readonly string Kinds = string.Join(", ", Enum.GetValues<RouteKind>().Select(KebabName.Of)) + ", manualroute";

    public static ReplayTenant Read(JsonField tenant) => new(
        tenant["slug"].Required(),
        [.. tenant["sendingDomains"].Items().Select(field => field.Required())],
        [.. tenant["pools"].Items().Select(pool => new SenderPool(pool["name"].Required(), Addresses(pool["ips"])))],
        [.. tenant["ownNetworks"].Items().Select(Network).OfType<IPNetwork>()],
        [.. tenant["routes"].Items().SelectMany(Routes)]);

    private static List<IPAddress> Addresses(JsonField field) => [.. field.Items().Select(item => item.Address()).OfType<IPAddress>()];

    private static IPNetwork? Network(JsonField field)
    {
        var text = field.Required();
        if (IPNetwork.TryParse(text, out var network))
        {
            return network;
        }
        if (IPAddress.TryParse(text, out var single))
        {
            return new IPNetwork(single, single.GetAddressBytes().Length * 8);
        }
        field.Refuse("must be a network like 192.0.2.0/24");
        return null;
    }

    private static IEnumerable<ReplayRoute> Routes(JsonField route)
    {
        if (Kind(route["kind"]) is not { } kind)
        {
            return [];
        }
        var named = route["line"].IsGiven ? route["line"] : route["host"];
        var table = RouteTable.Read(kind, named.Required(), Addresses(route["ips"]), route["pool"].Text());
        foreach (var problem in table.Problems)
        {
            named.Refuse($"cannot be used: {problem.Message.TrimEnd('.')}");
        }
        var (from, until) = (route["from"].Time(), route["until"].Time());
        return table.Routes.Select(one => new ReplayRoute(one, from, until));
    }

    private static RouteKind? Kind(JsonField field)
    {
        var text = field.Required().Replace("-", "", StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<RouteKind>().Where(kind => kind.ToString().Equals(text, StringComparison.OrdinalIgnoreCase)))
        {
            return kind;
        }
        field.Refuse($"must be one of {Kinds}");
        return null;
    }
}
