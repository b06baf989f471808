using System.Net;
using System.Net.Http.Headers;
using BounceBoard.Core.Endpoints;
using BounceBoard.Mail.Domains.MailHosts;

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
            // Else a certificate could have its issuer fetched from an address inside.
            SslOptions = new() { CertificateChainPolicy = CertificateTrust.Offline() },
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        {
            Timeout = Patience,
            MaxResponseContentBufferSize = MostBytes,
        };
    }

    public Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken) =>
        AskAsync(
            new HttpRequestMessage(HttpMethod.Get, address),
            async answer => answer.StatusCode == HttpStatusCode.OK
                ? await answer.Content.ReadAsByteArrayAsync(cancellationToken)
                : throw new OutsideException($"{address.Host} answered {(int)answer.StatusCode}."),
            cancellationToken);

    public Task<int> PostAsync(Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken) =>
        AskAsync(PostOf(address, new ByteArrayContent(body), headers), answer => Task.FromResult((int)answer.StatusCode), cancellationToken);

    public async Task<int?> PostOnceAsync(
        Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, Func<CancellationToken, Task<bool>> beforeBody, CancellationToken cancellationToken)
    {
        using var content = new HeldContent(body, beforeBody, cancellationToken);
        try
        {
            return await AskAsync(PostOf(address, content, headers), answer => Task.FromResult((int?)answer.StatusCode), cancellationToken);
        }
        catch (OutsideException) when (content.IsRefused)
        {
            return null;
        }
        catch (OutsideException fault) when (content.HasLeft)
        {
            throw new OutsideException(fault.Message, fault) { BodyLeft = true };
        }
    }

    /// <returns>Why an address is not asked; null when it may be.</returns>
    public static string? Problem(Uri address) =>
        !address.IsAbsoluteUri || address.Scheme != Uri.UriSchemeHttps || address.Port != 443 || address.UserInfo.Length > 0
            ? $"'{address}' is not an https address on port 443."
            : null;

    private static HttpRequestMessage PostOf(Uri address, HttpContent content, IReadOnlyDictionary<string, string> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return request;
    }

    private async Task<T> AskAsync<T>(HttpRequestMessage request, Func<HttpResponseMessage, Task<T>> read, CancellationToken cancellationToken)
    {
        using var asked = request;
        var address = request.RequestUri ?? throw new OutsideException("There is no address.");
        if (Problem(address) is { } problem)
        {
            throw new OutsideException(problem);
        }
        try
        {
            // The whole body is read within the client's limits of size and time, however slowly it drips.
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
            return await read(answer);
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
        return await CheckedConnection.OpenAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
    }
}
