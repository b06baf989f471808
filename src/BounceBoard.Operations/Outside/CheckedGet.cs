using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using BounceBoard.Core.Domains.Caa;
using BounceBoard.Mail.Domains.MailHosts;

namespace BounceBoard.Operations.Outside;

/// <summary>One HTTPS GET to addresses that the caller looked up and checked. No redirects, no proxy, no cookies, a valid certificate; one limit of size and one of time for all of it.</summary>
internal sealed class CheckedGet(CertificateTrust trust, TimeSpan patience, TimeProvider time)
{
    /// <returns>The answer, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task<OutsideAnswer> GetAsync(OutsideQuestion question, IPAddress[] at, CancellationToken cancellationToken)
    {
        var (address, certificate, issuer, isConnected) = (question.Address, "", "", false);
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
                RemoteCertificateValidationCallback = (_, shown, chain, _) =>
                {
                    issuer = shown is null ? "" : CertificateIssuer.OrganizationOf(shown.GetRawCertData());
                    return (certificate = Problem(address.IdnHost, shown, chain)).Length == 0;
                },
            },
        };
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(handler, question, either.Token) with { Issuer = issuer };
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new OutsideAnswer(null, "", [], certificate.Length > 0 ? certificate : Sentence(fault, question), IsUnknown: !isConnected);
        }
    }

    private string Sentence(Exception fault, OutsideQuestion question) => fault switch
    {
        OperationCanceledException => $"{question.Address.Host} did not give the whole answer within {patience.TotalSeconds:0} seconds.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"The answer is larger than {question.MostBytes / 1024} kB.",
        _ => $"{question.Address.Host} could not be asked: {fault.GetBaseException().Message.TrimEnd('.')}.",
    };

    private static async Task<OutsideAnswer> AskAsync(SocketsHttpHandler handler, OutsideQuestion question, CancellationToken cancellationToken)
    {
        var address = question.Address;
        using var client = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.UserAgent.ParseAdd("BounceBoard");
        if (question.Accept.Length > 0)
        {
            request.Headers.Accept.ParseAdd(question.Accept);
        }
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "");
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            var problem = status is >= 300 and < 400 ? $"{address.Host} answers with a redirect ({status}), which is not followed." : $"{address.Host} answers {status}.";
            return new OutsideAnswer(status, type, [], problem, IsUnknown: false) { Location = answer.Headers.Location };
        }
        await answer.Content.LoadIntoBufferAsync(question.MostBytes, cancellationToken);
        return new OutsideAnswer(status, type, await answer.Content.ReadAsByteArrayAsync(cancellationToken), "", IsUnknown: false);
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
