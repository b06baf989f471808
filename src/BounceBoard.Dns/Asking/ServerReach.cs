using System.Net;
using BounceBoard.Core.Endpoints;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Asking;

/// <summary>
/// Which name servers are asked: whoever has a domain writes its NS records, and could else make this machine ask inside its own network. Public
/// addresses, the networks that the installation names, and all of a laboratory, which another port than 53 makes of it.
/// </summary>
internal sealed class ServerReach(IReadOnlyList<IPNetwork> networks, int port)
{
    private const int UsualPort = 53;

    public static ServerReach Of(DnsOptions options) => new([.. options.PrivateNetworks.Select(text => IPNetwork.Parse(text))], options.AuthoritativePort);

    public bool Allows(IPAddress address) => port != UsualPort || PublicAddresses.Contains(address) || networks.Any(network => network.Contains(address));
}
