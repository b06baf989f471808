using System.Net;
using System.Net.Sockets;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Mail.Domains.MailHosts;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Mail.Tests.Domains.MailHosts;

/// <summary>What a mail server that does something else than usual is said to be; none of them ever hears a sender or a recipient.</summary>
public sealed class MailHostProbeTests
{
    private static readonly string[] WithoutTls = ["EHLO probe.example\r\n", "QUIT\r\n"];

    [Fact]
    public async Task Probe_NoStartTls_IsPlainWithWhatItOffers()
    {
        using var sink = new ScriptedSink();

        var fact = await ProbeAsync(sink.Port);

        Assert.Equal((MailHostState.Plain, "sink.test ESMTP", ""), (fact.State, fact.Banner, fact.Problem));
        Assert.Equal(["PIPELINING", "SIZE 20000000", "8BITMIME", "ENHANCEDSTATUSCODES", "CHUNKING"], fact.Capabilities);
        Assert.NotNull(fact.GreetingAfter);
        Assert.Equal(WithoutTls, sink.Commands);
    }

    [Fact]
    public async Task Probe_StartTls_IsEncryptedAndSaysWhatIsWrongWithTheCertificate()
    {
        using var sink = new ScriptedSink { OffersStartTls = true };

        var fact = await ProbeAsync(sink.Port, "localhost");
        var other = await ProbeAsync(sink.Port, "mx.example");

        Assert.Equal((MailHostState.Encrypted, "TLSv1.3"), (fact.State, fact.TlsVersion));
        Assert.StartsWith("TLS_", fact.Cipher, StringComparison.Ordinal);
        Assert.Equal((false, true, false), (fact.IsChainTrusted, fact.IsNameValid, other.IsNameValid));
        Assert.Contains("not trusted", fact.Problem, StringComparison.Ordinal);
        Assert.Equal(["localhost"], fact.CertificateNames);
        Assert.Single(fact.Certificates);
        Assert.Equal(2120, fact.CertificateEnds?.Year);
        Assert.Equal(["EHLO probe.example\r\n", "STARTTLS\r\n", "QUIT\r\n"], sink.Commands.Take(3));
    }

    public static TheoryData<string, SinkStage, SinkAction, MailHostState, string> Misbehaviour => new()
    {
        { "greeting 554", SinkStage.Banner, SinkAction.Say("554 5.7.1 No service for you"), MailHostState.NotTried, "turns this machine away: 554 5.7.1 No service for you" },
        { "greeting 421", SinkStage.Banner, SinkAction.SayAndDrop("421 4.3.2 Too many connections"), MailHostState.NotTried, "turns this machine away: 421" },
        { "garbage", SinkStage.Banner, SinkAction.Junk, MailHostState.Unreachable, "no SMTP reply" },
        { "another protocol", SinkStage.Banner, SinkAction.Say("SSH-2.0-server"), MailHostState.Unreachable, "no SMTP reply" },
        { "hang-up", SinkStage.Banner, SinkAction.Drop, MailHostState.Unreachable, "ended the connection" },
        { "silence", SinkStage.Banner, SinkAction.Silence, MailHostState.Unreachable, "gave no greeting within 2 seconds" },
        { "drip", SinkStage.Banner, SinkAction.Drip("220 sink.test ESMTP and more of it", TimeSpan.FromMilliseconds(500)), MailHostState.Unreachable, "gave no greeting within 2 seconds" },
        { "endless line", SinkStage.Banner, SinkAction.EndlessLine, MailHostState.Unreachable, "does not end" },
        { "no EHLO", SinkStage.Ehlo, SinkAction.Say("502 5.5.1 Unknown"), MailHostState.Plain, "does not know EHLO" },
        { "EHLO refused", SinkStage.Ehlo, SinkAction.Say("550 5.7.1 Your name is on a list"), MailHostState.NotTried, "turns this machine away: 550" },
        { "endless EHLO", SinkStage.Ehlo, SinkAction.Endless, MailHostState.Unreachable, "does not end" },
        { "silent EHLO", SinkStage.Ehlo, SinkAction.Silence, MailHostState.Unreachable, "gave no answer to EHLO" },
        { "TLS refused", SinkStage.StartTls, SinkAction.SayAndDrop("454 4.7.0 Not available"), MailHostState.TlsFailed, "offered and then refused: 454" },
        { "TLS hang-up", SinkStage.StartTls, SinkAction.SayAndDrop("220 Go on"), MailHostState.TlsFailed, "handshake failed" },
        { "TLS silence", SinkStage.StartTls, SinkAction.Silence, MailHostState.TlsFailed, "handshake did not end within 2 seconds" },
    };

    [Theory]
    [MemberData(nameof(Misbehaviour))]
    public async Task Probe_ServerMisbehaves_IsAStateWithASentence(string what, SinkStage stage, SinkAction action, MailHostState state, string problem)
    {
        using var sink = new ScriptedSink { OffersStartTls = true };
        sink.Actions[stage] = action;

        var fact = await ProbeAsync(sink.Port);

        Assert.True(state == fact.State, $"{what}: {fact.State} {fact.Problem}");
        Assert.Contains(problem, fact.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase) || command.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Probe_SomethingSaidBehindStartTls_IsNotTakenForTheServer()
    {
        using var sink = new ScriptedSink { OffersStartTls = true, Injection = "250 AUTH PLAIN" };

        var fact = await ProbeAsync(sink.Port);

        Assert.Equal((MailHostState.TlsFailed, ""), (fact.State, fact.TlsVersion));
        Assert.Contains("in the clear", fact.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_NobodyListens_IsUnreachable()
    {
        var fact = await ProbeAsync(FreePort.Next());

        Assert.Equal(MailHostState.Unreachable, fact.State);
        Assert.StartsWith("Nobody listens", fact.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_NoConnection_BlamesTheHostOnlyWhenAnotherCouldBeReached()
    {
        using var sink = new ScriptedSink();
        using var full = new FullBacklog(IPAddress.Parse("127.0.0.2"), sink.Port);
        var probe = new MailHostProbe(Settings(sink.Port) with { Patience = TimeSpan.FromMilliseconds(700) }, TimeProvider.System);
        Task<MailHostFact> LookAsync(string address) => probe.ProbeAsync(DomainName.Parse("mx.example"), IPAddress.Parse(address), TestContext.Current.CancellationToken);

        var before = await LookAsync("127.0.0.2");
        await LookAsync("127.0.0.1");
        var after = await LookAsync("127.0.0.2");

        Assert.Equal((MailHostState.NotTried, MailHostState.Unreachable), (before.State, after.State));
        Assert.Contains("may be shut for outgoing mail", before.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_WithoutAName_SaysTheLiteralOfItsAddress()
    {
        using var sink = new ScriptedSink();

        await new MailHostProbe(new MailProbeSettings { Port = sink.Port }, TimeProvider.System)
            .ProbeAsync(DomainName.Parse("mx.example"), IPAddress.Loopback, TestContext.Current.CancellationToken);

        Assert.Equal("EHLO [127.0.0.1]\r\n", sink.Commands.First());
    }

    [Fact]
    public async Task Probe_Cancelled_Throws()
    {
        using var sink = new ScriptedSink();
        sink.Actions[SinkStage.Banner] = SinkAction.Silence;
        using var end = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new MailHostProbe(Settings(sink.Port), TimeProvider.System).ProbeAsync(DomainName.Parse("mx.example"), IPAddress.Loopback, end.Token));
    }

    private static MailProbeSettings Settings(int port) => new() { Port = port, HeloName = "probe.example", Patience = TimeSpan.FromSeconds(2) };

    private static Task<MailHostFact> ProbeAsync(int port, string host = "mx.example") =>
        new MailHostProbe(Settings(port), TimeProvider.System).ProbeAsync(DomainName.Parse(host), IPAddress.Loopback, TestContext.Current.CancellationToken);

    /// <summary>A port at which connections are neither taken nor refused, as behind a wall that drops packets.</summary>
    private sealed class FullBacklog : IDisposable
    {
        private readonly List<Socket> _sockets = [];

        public FullBacklog(IPAddress address, int port)
        {
            var listener = New();
            listener.Bind(new IPEndPoint(address, port));
            listener.Listen(0);
            for (var i = 0; i < 4; i++)
            {
                var waiting = New();
                waiting.Blocking = false;
                try
                {
                    waiting.Connect(address, port);
                }
                catch (SocketException begun) when (begun.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
                {
                    // It goes on by itself until the queue is full.
                }
            }
        }

        public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

        private Socket New()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            _sockets.Add(socket);
            return socket;
        }
    }
}
