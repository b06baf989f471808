using System.Net;
using System.Net.Sockets;

namespace BounceBoard.Mail.Sending.Retries;

/// <summary>Connects to the first address that answers, from the local address the route names.</summary>
internal static class RetryConnection
{
    /// <exception cref="SocketException">None of them answers.</exception>
    public static async Task<Socket> OpenAsync(RetryServer server, CancellationToken cancellationToken)
    {
        var addresses = server.Addresses.Count > 0 ? server.Addresses : await System.Net.Dns.GetHostAddressesAsync(server.Host, cancellationToken);
        var usable = addresses.Where(address => server.Source is null || server.Source.AddressFamily == address.AddressFamily).ToList();
        SocketException? last = null;
        foreach (var address in usable)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                if (server.Source is not null)
                {
                    socket.Bind(new IPEndPoint(server.Source, 0));
                }
                await socket.ConnectAsync(new IPEndPoint(address, server.Port), cancellationToken);
                return socket;
            }
            catch (SocketException fault)
            {
                socket.Dispose();
                last = fault;
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        }
        throw last ?? new SocketException((int)SocketError.AddressFamilyNotSupported);
    }
}
