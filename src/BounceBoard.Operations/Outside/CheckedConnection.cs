using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Operations.Outside;

/// <summary>Connects to addresses that were checked, and to no other: the name is not looked up again.</summary>
internal static class CheckedConnection
{
    /// <exception cref="SocketException">None of them answers.</exception>
    public static async ValueTask<Stream> OpenAsync(IPAddress[] addresses, int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
