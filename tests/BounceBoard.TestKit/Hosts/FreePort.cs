using System.Net;
using System.Net.Sockets;

namespace BounceBoard.TestKit.Hosts;

/// <summary>A loopback port that nobody listens on.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Free for UDP and TCP alike on each of these addresses: free for UDP says nothing of TCP, where other tests' connections come and go.</summary>
    public static int ForDns(params IReadOnlyList<IPAddress> addresses)
    {
        while (true)
        {
            var port = Next();
            if (addresses.All(address => IsFree(address, port)))
            {
                return port;
            }
        }
    }

    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var udp = new UdpClient(new IPEndPoint(address, port));
            using var tcp = new TcpListener(address, port);
            tcp.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
