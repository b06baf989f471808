using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>One conversation; what was found so far stands in <see cref="Fact"/>, however it ends.</summary>
internal sealed class ProbeSession : IAsyncDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly MailProbeSettings _settings;
    private readonly TimeProvider _time;
    private readonly Socket _socket;
    private readonly ProbeHandshake _handshake;
    private Stream _stream = Stream.Null;
    private ProbeTalk _talk = new(Stream.Null);
    private bool _isGreeted;

    public ProbeSession(DomainName host, IPAddress address, MailProbeSettings settings, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        _socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _handshake = new ProbeHandshake(host, settings.Trust);
        Fact = new MailHostFact { Host = host, Address = address, State = MailHostState.Unreachable };
    }

    public MailHostFact Fact { get; private set; }

    /// <summary>Somebody took the connection.</summary>
    public bool IsConnected { get; private set; }

    /// <exception cref="IOException">The conversation broke off.</exception>
    /// <exception cref="SocketException">It did not begin.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = _time.GetTimestamp();
        await _socket.ConnectAsync(new IPEndPoint(Fact.Address, _settings.Port), cancellationToken);
        IsConnected = true;
        _stream = new NetworkStream(_socket, ownsSocket: false);
        _talk = new ProbeTalk(_stream);
        var greeting = await _talk.HearAsync(cancellationToken);
        Fact = Fact with { Banner = greeting.Text, GreetingAfter = _time.GetElapsedTime(started) };
        // A server that turns this machine away, often for its address, says nothing of what it offers to others.
        if (greeting.Code != 220 ? TurnedAway(greeting) : await HelloAsync(cancellationToken) && await StartAsync(cancellationToken))
        {
            var tls = await _handshake.EncryptAsync(_stream, cancellationToken);
            (_stream, _talk) = (tls, new ProbeTalk(tls));
            Fact = _handshake.Describe(Fact, tls, _time.GetUtcNow());
        }
    }

    /// <summary>Names whom the trial wants named, if the server is of a mind to listen, and takes leave.</summary>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task FinishAsync(MailTrial? trial, CancellationToken cancellationToken)
    {
        if (trial is not null && _isGreeted && Fact.State is MailHostState.Plain or MailHostState.Encrypted)
        {
            await TryAsync(trial, cancellationToken);
        }
        await (Fact.TrialProblem.Length == 0 ? QuitAsync(_talk, cancellationToken) : Task.CompletedTask);
    }

    public async ValueTask DisposeAsync()
    {
        _handshake.Dispose();
        await _stream.DisposeAsync();
        _socket.Dispose();
    }

    private async Task TryAsync(MailTrial trial, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(_settings.TrialPatience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var (asking, problem) = (new ProbeTrial(_talk, trial), "");
        try
        {
            // Nothing that was said in the clear counts any more (RFC 3207 §4.2).
            var hello = Fact.State == MailHostState.Encrypted ? await _talk.SayAsync(Hello, either.Token) : null;
            problem = hello is null or { Code: 250 } ? "" : $"The server turns this machine away behind STARTTLS: {hello}";
            await (problem.Length == 0 ? asking.RunAsync(either.Token) : Task.CompletedTask);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            problem = fault is OperationCanceledException ? $"The server did not answer for all recipients within {_settings.TrialPatience.TotalSeconds:0} seconds." : fault.Message;
        }
        Fact = Fact with { Trials = asking.Replies, TrialProblem = problem, IsNeighbour = Neighbourhood.Includes(Own, Fact.Address) };
    }

    private IPAddress? Own => ((IPEndPoint?)_socket.LocalEndPoint)?.Address;

    private string Hello => $"EHLO {_settings.NameFrom(Own)}";

    private bool TurnedAway(ProbeReply reply)
    {
        Fact = Fact with { State = MailHostState.NotTried, Problem = $"The server turns this machine away: {reply}" };
        return false;
    }

    // True: STARTTLS is offered.
    private async Task<bool> HelloAsync(CancellationToken cancellationToken)
    {
        var reply = await _talk.SayAsync(Hello, cancellationToken);
        if (reply.Code is >= 500 and <= 504)
        {
            Fact = Fact with { State = MailHostState.Plain, Problem = $"The server does not know EHLO: {reply}" };
            return false;
        }
        if (reply.Code != 250)
        {
            return TurnedAway(reply);
        }
        _isGreeted = true;
        Fact = Fact with { State = MailHostState.Plain, Capabilities = [.. reply.Lines.Skip(1).Select(line => line.Trim().ToUpperInvariant())] };
        return Fact.Capabilities.Any(line => line.Split(' ')[0] == "STARTTLS");
    }

    // True: the handshake may begin.
    private async Task<bool> StartAsync(CancellationToken cancellationToken)
    {
        Fact = Fact with { State = MailHostState.TlsFailed };
        var reply = await _talk.SayAsync("STARTTLS", cancellationToken);
        var problem = reply.Code != 220 ? $"STARTTLS is offered and then refused: {reply}"
            // Whoever is on the way could have said it (CVE-2011-0411 turned round).
            : _talk.HasMore ? "Something was said in the clear behind the reply to STARTTLS."
            : "";
        Fact = Fact with { Problem = problem };
        return problem.Length == 0;
    }

    private static async Task QuitAsync(ProbeTalk talk, CancellationToken cancellationToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(Farewell);
        try
        {
            await talk.SayAsync("QUIT", soon.Token);
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // Everything is known by now; the farewell is courtesy.
        }
    }
}
