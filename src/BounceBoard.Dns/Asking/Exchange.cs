using System.Net.Sockets;
using BounceBoard.Dns.Resolving;
using DnsClient;

namespace BounceBoard.Dns.Asking;

/// <summary>One conversation with a name server: whatever goes wrong on the wire becomes a reply.</summary>
internal static class Exchange
{
    public static LookupClientOptions OptionsFor(DnsOptions options, bool recursion, params NameServer[] servers) => new(servers)
    {
        AutoResolveNameServers = false,
        // The house keeps its own history of answers; a cached one would pretend to be new.
        UseCache = false,
        UseTcpFallback = true,
        UseRandomNameServer = false,
        ThrowDnsErrors = false,
        ContinueOnDnsError = false,
        ContinueOnEmptyResponse = false,
        Recursion = recursion,
        Timeout = options.Timeout,
        Retries = options.Retries,
    };

    /// <summary>Asks for signatures (DO, RFC 3225), without which a resolver does not say whether it has validated.</summary>
    public static LookupClientOptions WithDnssec(this LookupClientOptions options)
    {
        options.RequestDnsSecRecords = true;
        return options;
    }

    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public static async Task<Reply> RunAsync(
        DnsQuestion question, Func<DnsQuestion, CancellationToken, Task<IDnsQueryResponse>> query, CancellationToken cancellationToken)
    {
        try
        {
            var response = await query(question, cancellationToken);
            return Answers(response, question) ? ReplyOf(response) : Reply.Failed(Rcodes.BadReply);
        }
        // The library reports a cancelled token as its own exception, so the token is asked first.
        catch (DnsResponseException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (DnsResponseException exception)
        {
            return Reply.Failed(RcodeOf(exception));
        }
        catch (DnsResponseParseException)
        {
            return Reply.Failed(Rcodes.BadReply);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Reply.Failed(Rcodes.Timeout);
        }
        catch (SocketException)
        {
            return Reply.Failed(Rcodes.Unreachable);
        }
        catch (IOException)
        {
            return Reply.Failed(Rcodes.Unreachable);
        }
    }

    private static Reply ReplyOf(IDnsQueryResponse response) => new(
        Rcodes.Of(response.Header.ResponseCode), response.Answers, response.Authorities, response.Header.HasAuthorityAnswer)
    {
        IsAuthenticated = response.Header.IsAuthenticData,
        Additionals = response.Additionals,
        OffersRecursion = response.Header.RecursionAvailable,
    };

    // A reply with the right id but for another question says nothing about ours; reading it as "no record" would be a lie.
    private static bool Answers(IDnsQueryResponse response, DnsQuestion question) =>
        response.Questions.Count == 0
            ? response.Header.ResponseCode != DnsHeaderResponseCode.NoError
            : response.Questions[0].QuestionType == question.QuestionType
                && NameText.Of(response.Questions[0].QueryName) == NameText.Of(question.QueryName);

    private static string RcodeOf(DnsResponseException exception) => exception.Code switch
    {
        DnsResponseCode.ConnectionTimeout => Rcodes.Timeout,
        _ when HasInner<SocketException>(exception) || HasInner<IOException>(exception) => Rcodes.Unreachable,
        _ => Rcodes.BadReply,
    };

    private static bool HasInner<T>(Exception exception) where T : Exception
    {
        for (var inner = exception.InnerException; inner is not null; inner = inner.InnerException)
        {
            if (inner is T)
                return true;
        }
        return false;
    }
}
