using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>One conversation; what was found so far stands in <see cref="Fact"/>, however it ends.</summary>
internal sealed class ProbeSession : IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);

    private readonly MailProbeSettings _settings;
    private readonly TimeProvider _time;
    private readonly Socket _socket;
    private readonly ProbeHandshake _handshake;

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
        await using var stream = new NetworkStream(_socket, ownsSocket: false);
        var talk = new ProbeTalk(stream);
        var greeting = await talk.HearAsync(cancellationToken);
        Fact = Fact with { Banner = greeting.Text, GreetingAfter = _time.GetElapsedTime(started) };
        // A server that turns this machine away, often for its address, says nothing of what it offers to others.
        if (greeting.Code != 220 ? TurnedAway(greeting) : await HelloAsync(talk, cancellationToken) && await StartAsync(talk, cancellationToken))
        {
            await using var tls = await _handshake.EncryptAsync(stream, cancellationToken);
            Fact = _handshake.Describe(Fact, tls, _time.GetUtcNow());
            talk = new ProbeTalk(tls);
            await QuitAsync(talk, cancellationToken);
            return;
        }
        await QuitAsync(talk, cancellationToken);
    }

    public void Dispose()
    {
        _handshake.Dispose();
        _socket.Dispose();
    }

    private bool TurnedAway(ProbeReply reply)
    {
        Fact = Fact with { State = MailHostState.NotTried, Problem = $"The server turns this machine away: {reply}" };
        return false;
    }

    // True: STARTTLS is offered.
    private async Task<bool> HelloAsync(ProbeTalk talk, CancellationToken cancellationToken)
    {
        var name = _settings.HeloName.Length > 0 ? _settings.HeloName : LiteralOf((IPEndPoint?)_socket.LocalEndPoint);
        var reply = await talk.SayAsync($"EHLO {name}", cancellationToken);
        if (reply.Code is >= 500 and <= 504)
        {
            Fact = Fact with { State = MailHostState.Plain, Problem = $"The server does not know EHLO: {reply}" };
            return false;
        }
        if (reply.Code != 250)
        {
            return TurnedAway(reply);
        }
        Fact = Fact with { State = MailHostState.Plain, Capabilities = [.. reply.Lines.Skip(1).Select(line => line.Trim().ToUpperInvariant())] };
        return Fact.Capabilities.Any(line => line.Split(' ')[0] == "STARTTLS");
    }

    // True: the handshake may begin.
    private async Task<bool> StartAsync(ProbeTalk talk, CancellationToken cancellationToken)
    {
        Fact = Fact with { State = MailHostState.TlsFailed };
        var reply = await talk.SayAsync("STARTTLS", cancellationToken);
        var problem = reply.Code != 220 ? $"STARTTLS is offered and then refused: {reply}"
            // Whoever is on the way could have said it (CVE-2011-0411 turned round).
            : talk.HasMore ? "Something was said in the clear behind the reply to STARTTLS."
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

    private static string LiteralOf(IPEndPoint? local) =>
        local?.Address is not { } address ? "[127.0.0.1]" : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";
}
