using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BounceBoard.TestKit.Hosts;

/// <summary>A loopback port that nobody listens on, and that no other test process is given until this one ends.</summary>
public static class FreePort
{
    // Below the ports that systems hand out by themselves: between the choice and the use no connection of anybody can take it.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;
    private static readonly IPAddress[] Loopback = [IPAddress.Loopback];

    // Held open to the end of the process: a port that was asked for twice would be one host's and another's.
    private static readonly List<FileStream> Reserved = [];

    public static int Next() => Find((port, address) => IsFreeForTcp(address, port), Loopback);

    /// <summary>Free for UDP and TCP alike on each of these addresses: free for UDP says nothing of TCP, where other tests' connections come and go.</summary>
    public static int ForDns(params IReadOnlyList<IPAddress> addresses) => Find((port, address) => IsFreeForUdp(address, port) && IsFreeForTcp(address, port), addresses);

    private static int Find(Func<int, IPAddress, bool> isFree, IReadOnlyList<IPAddress> addresses)
    {
        while (true)
        {
            var port = Random.Shared.Next(Lowest, Highest);
            if (TryReserve(port) && addresses.All(address => isFree(port, address)))
            {
                return port;
            }
        }
    }

    private static bool TryReserve(int port)
    {
        var file = Path.Combine(Path.GetTempPath(), string.Create(CultureInfo.InvariantCulture, $"bounceboard-port-{port}"));
        try
        {
            var held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            lock (Reserved)
            {
                Reserved.Add(held);
            }
            return true;
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsFreeForTcp(IPAddress address, int port)
    {
        try
        {
            using var tcp = new TcpListener(address, port);
            tcp.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsFreeForUdp(IPAddress address, int port)
    {
        try
        {
            using var udp = new UdpClient(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
