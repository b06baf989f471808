using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>Which servers may take this machine for one of their own (Postfix's <c>mynetworks_style = subnet</c> does).</summary>
internal static class Neighbourhood
{
    private const int Octets4 = 3;
    private const int Octets6 = 8;

    /// <param name="own">Where the connection came from; null when that is not known.</param>
    /// <returns>True for one address, one /24 or /64, and every server inside but that of a laboratory on loopback.</returns>
    public static bool Includes(IPAddress? own, IPAddress server) =>
        !IPAddress.IsLoopback(server) && (!PublicAddresses.Contains(server) || (own is not null && own.AddressFamily == server.AddressFamily && HasPrefixOf(own, server)));

    private static bool HasPrefixOf(IPAddress own, IPAddress server)
    {
        var octets = own.AddressFamily == AddressFamily.InterNetworkV6 ? Octets6 : Octets4;
        return own.GetAddressBytes().AsSpan(0, octets).SequenceEqual(server.GetAddressBytes().AsSpan(0, octets));
    }
}
