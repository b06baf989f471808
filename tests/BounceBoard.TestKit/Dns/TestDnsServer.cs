using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ARSoft.Tools.Net.Dns;
using BounceBoard.Dns.Resolving;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Dns;

/// <summary>A name server inside the test process, UDP and TCP on a port of the loopback interface. Records and faults change while it runs.</summary>
public sealed class TestDnsServer : IDisposable
{
    private readonly DnsServer _server;
    private readonly TestZone _zone = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, DnsFault> _faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _queries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _overTcp = new(StringComparer.OrdinalIgnoreCase);

    private TestDnsServer(IPEndPoint endpoint)
    {
        Endpoint = endpoint;
        _server = new DnsServer(new UdpServerTransport(endpoint), new TcpServerTransport(endpoint));
        _server.QueryReceived += OnQueryAsync;
        _server.Start();
    }

    public IPEndPoint Endpoint { get; }

    /// <summary>Sets the AA bit; false makes the server lame for every zone.</summary>
    public bool IsAuthoritative { get; set; } = true;

    /// <summary>All questions so far.</summary>
    public int Queries => _queries.Values.Sum();

    /// <summary>Starts a server on 127.0.0.1 with records like <c>example.net. 300 IN MX 10 mx1.example.net.</c></summary>
    public static TestDnsServer Start(params string[] records)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return Start(new IPEndPoint(IPAddress.Loopback, FreePort.ForDns(IPAddress.Loopback)), records);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && tries < 10)
            {
                // A resolver of another test asks from random ports of its own choice, for a moment each.
            }
        }
    }

    /// <summary>Starts a server at a given loopback address and port.</summary>
    public static TestDnsServer Start(IPEndPoint endpoint, params string[] records)
    {
        var server = new TestDnsServer(endpoint);
        server.Add(records);
        return server;
    }

    public void Add(params string[] records) => _zone.Add(records);

    /// <summary>Removes every record of a name.</summary>
    public void Remove(string name) => _zone.Remove(name);

    /// <summary>Removes what the names of these records held before, and adds the records.</summary>
    public void Replace(params string[] records)
    {
        foreach (var name in records.Select(record => record.Split(' ')[0]).Distinct())
        {
            _zone.Remove(name);
        }
        _zone.Add(records);
    }

    /// <summary>Every question for the name fails from now on.</summary>
    public void Fail(string name, DnsFault fault) => _faults[Key(name)] = fault;

    /// <summary>Questions for one type of the name fail from now on.</summary>
    public void FailType(string name, string type, DnsFault fault) => _faults[$"{Key(name)} {type}"] = fault;

    /// <summary>The name is answered again.</summary>
    public void Heal(string name) => _faults.TryRemove(Key(name), out _);

    /// <summary>Questions for the name so far, retries and both transports counted.</summary>
    public int QueriesFor(string name) => _queries.GetValueOrDefault(Key(name));

    /// <summary>Questions for the name that came over TCP.</summary>
    public int TcpQueriesFor(string name) => _overTcp.GetValueOrDefault(Key(name));

    /// <summary>Options that ask this server and nothing else, impatiently.</summary>
    /// <param name="authoritative">Ask <c>authoritative</c> too, at this server's port.</param>
    public DnsOptions OptionsFor(bool authoritative = false, string name = "test")
    {
        var options = new DnsOptions
        {
            UseSystem = false,
            UseAuthoritative = authoritative,
            AuthoritativePort = Endpoint.Port,
            // Long enough for a machine that runs all test projects at once.
            Timeout = TimeSpan.FromMilliseconds(1500),
            Retries = 0,
            QueriesPerSecond = 10_000,
        };
        options.Resolvers.Add(new ResolverOptions { Name = name, Address = Endpoint.Address.ToString(), Port = Endpoint.Port });
        return options;
    }

    public void Dispose()
    {
        if (_stop.IsCancellationRequested)
        {
            return;
        }
        _stop.Cancel();
        try
        {
            _server.Stop();
        }
        catch (AggregateException exception) when (exception.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException))
        {
            // The library waits for its own cancelled listeners and reports them.
        }
    }

    private static string Key(string name) => name.TrimEnd('.');

    private async Task OnQueryAsync(object sender, QueryReceivedEventArgs e)
    {
        if (e.Query is not DnsMessage { Questions: [var question, ..] } query)
        {
            return;
        }
        var name = Key(question.Name.ToString());
        var isTcp = e.TransportProtocol == TransportProtocol.Tcp;
        _queries.AddOrUpdate(name, 1, (_, count) => count + 1);
        if (isTcp)
        {
            _overTcp.AddOrUpdate(name, 1, (_, count) => count + 1);
        }
        var response = query.CreateResponseInstance();
        response.IsRecursionAllowed = true;
        response.IsAuthoritiveAnswer = IsAuthoritative;
        await AnswerAsync(name, question, response, isTcp);
        e.Response = response;
    }

    private async Task AnswerAsync(string name, DnsQuestion question, DnsMessage response, bool isTcp)
    {
        var isFailing = _faults.TryGetValue(name, out var fault) || _faults.TryGetValue($"{name} {question.RecordType}".ToUpperInvariant(), out fault);
        switch (isFailing ? fault : (DnsFault?)null)
        {
            case DnsFault.ServFail:
                response.ReturnCode = ReturnCode.ServerFailure;
                break;
            case DnsFault.Refused:
                response.ReturnCode = ReturnCode.Refused;
                break;
            case DnsFault.Drop:
                // The library answers SERVFAIL when the handler returns; a handler that waits for the end never does.
                await Task.Delay(Timeout.Infinite, _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
                break;
            case DnsFault.Truncate when !isTcp:
                response.IsTruncated = true;
                break;
            default:
                _zone.Answer(question, response);
                break;
        }
    }
}
