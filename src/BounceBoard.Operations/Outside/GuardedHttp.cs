using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Operations.Outside;

/// <summary>
/// HTTPS to public addresses only: a name is resolved once, all its addresses are checked, and the connection goes to a checked one, so that no
/// second answer of the DNS leads inside. Port 443, no redirects, no proxy, 64 kB, 10 seconds.
/// </summary>
internal sealed class GuardedHttp : IOutside, IDisposable
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly HttpClient _client;

    public GuardedHttp()
        : this(System.Net.Dns.GetHostAddressesAsync)
    {
    }

    internal GuardedHttp(Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _resolve = resolve;
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = ConnectAsync,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    public async Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        if (!address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.Port != 443 || address.UserInfo.Length > 0)
        {
            throw new OutsideException($"'{address}' is not an https address on port 443.");
        }
        try
        {
            // The whole body is read within the client's limits of size and time, however slowly it drips.
            using var answer = await _client.GetAsync(address, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK
                ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw new OutsideException($"{address.Host} answered {(int)answer.StatusCode}.");
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw fault.GetBaseException() as OutsideException ?? new OutsideException($"{address.Host} could not be asked: {fault.GetBaseException().Message}", fault);
        }
    }

    public void Dispose() => _client.Dispose();

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await _resolve(host, cancellationToken);
        // One address inside is enough to distrust the name.
        if (addresses.Length == 0 || Array.Find(addresses, ip => !PublicAddresses.Contains(ip)) is not null)
        {
            throw new OutsideException($"{host} does not have public addresses only.");
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
