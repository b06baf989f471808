using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BounceBoard.Mail.Domains.MailHosts;

namespace BounceBoard.Operations.Outside;

/// <summary>One HTTPS GET to addresses that the caller looked up and checked. No redirects, no proxy, no cookies, a valid certificate; 64 kB and one limit of time for all of it.</summary>
internal sealed class CheckedGet(CertificateTrust trust, TimeSpan patience, TimeProvider time)
{
    /// <summary>Bytes of a body (RFC 8461 §3.3 proposes this limit).</summary>
    public const int MostBytes = 64 * 1024;

    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<OutsideAnswer> GetAsync(Uri address, IPAddress[] at, CancellationToken cancellationToken)
    {
        var (certificate, isConnected) = ("", false);
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectCallback = async (context, token) =>
            {
                var stream = await CheckedConnection.OpenAsync(at, context.DnsEndPoint.Port, token);
                isConnected = true;
                return stream;
            },
            SslOptions = new SslClientAuthenticationOptions
            {
                CertificateChainPolicy = CertificateTrust.Offline(),
                RemoteCertificateValidationCallback = (_, shown, chain, _) => (certificate = Problem(address.IdnHost, shown, chain)).Length == 0,
            },
        };
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(handler, address, either.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var problem = certificate.Length > 0 ? certificate
                : fault is OperationCanceledException ? $"{address.Host} did not give the whole answer within {patience.TotalSeconds:0} seconds."
                : fault is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } ? $"The answer is larger than {MostBytes / 1024} kB."
                : $"{address.Host} could not be asked: {fault.GetBaseException().Message.TrimEnd('.')}.";
            return new OutsideAnswer(null, "", "", problem, isConnected);
        }
    }

    private static async Task<OutsideAnswer> AskAsync(SocketsHttpHandler handler, Uri address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("BounceBoard");
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "");
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var problem = status is >= 300 and < 400 ? $"{address.Host} answers with a redirect ({status}), which is not followed." : $"{address.Host} answers {status}.";
            return new OutsideAnswer(status, type, "", problem, true);
        }
        await answer.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
        return new OutsideAnswer(status, type, Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(cancellationToken)), "", true);
    }

    private string Problem(string host, X509Certificate? shown, X509Chain? chain)
    {
        if (shown is null)
        {
            return $"{host} shows no certificate.";
        }
        using var certificate = X509CertificateLoader.LoadCertificate(shown.GetRawCertData());
        return !certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false) ? $"The certificate of {host} does not name it."
            : trust.Problem(certificate, chain?.ChainPolicy.ExtraStore ?? [], time.GetUtcNow()) is { } problem ? $"The certificate of {host} is not valid. {problem}"
            : "";
    }
}
