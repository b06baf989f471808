using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>A mail server on this machine that misbehaves at exactly the stage the test names, and keeps every byte it was given. What it counted
/// can be compared with what a client, killed or not, believes.</summary>
public sealed class ScriptedSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<byte> _received = [];
    private readonly ConcurrentDictionary<SinkStage, TaskCompletionSource> _reached = new();
    private readonly ConcurrentDictionary<SinkStage, TaskCompletionSource> _holds = new();

    public ScriptedSink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What EHLO offers, besides STARTTLS and AUTH.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = ["PIPELINING", "SIZE 20000000", "8BITMIME", "ENHANCEDSTATUSCODES", "CHUNKING"];

    public bool OffersStartTls { get; init; }

    /// <summary>The connection is encrypted from its first byte.</summary>
    public bool IsImplicitTls { get; init; }

    /// <summary>Sent in the clear right behind the reply to STARTTLS, as an attacker on the way would (CVE-2011-0411 turned round).</summary>
    public string Injection { get; init; } = "";

    /// <summary>Space-separated; empty: AUTH is not offered.</summary>
    public string Mechanisms { get; init; } = "";

    /// <summary>AUTH is offered before the connection is encrypted too.</summary>
    public bool OffersAuthInClear { get; init; }

    public ConcurrentDictionary<SinkStage, SinkAction> Actions { get; init; } = new();

    /// <summary>The reply to a recipient where it is not the usual one; null: the usual one.</summary>
    public Func<string, string?> ReplyTo { get; init; } = _ => null;

    /// <summary>The reply to a command that it does not know; null: that it does not.</summary>
    public Func<string, string?> ReplyToOther { get; init; } = _ => null;

    /// <summary>Every command, raw, with its line end; what was said under TLS too.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>Mails whose final dot arrived, in that order.</summary>
    public ConcurrentQueue<SinkMail> Mails { get; } = new();

    /// <summary>Final dots by envelope: more than one is a mail sent twice.</summary>
    public ConcurrentDictionary<(string From, string To), int> Completed { get; } = new();

    public int Connections { get; private set; }

    /// <summary>All bytes of all clients so far, in Latin-1.</summary>
    public string Received
    {
        get
        {
            lock (_received)
            {
                return Encoding.Latin1.GetString([.. _received]);
            }
        }
    }

    /// <summary>From now on a session that comes to this stage waits there, before it acts.</summary>
    public void Hold(SinkStage stage) => _holds[stage] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets go whoever waits there, and holds nobody any more.</summary>
    public void Release(SinkStage stage)
    {
        if (_holds.TryRemove(stage, out var hold))
        {
            hold.TrySetResult();
        }
    }

    /// <summary>Completes when the first session has come to this stage.</summary>
    public Task Reached(SinkStage stage) => Mark(stage).Task;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    internal void Take(ReadOnlySpan<byte> bytes)
    {
        lock (_received)
        {
            _received.AddRange(bytes);
        }
    }

    internal void Count(SinkMail mail)
    {
        Completed.AddOrUpdate((mail.From, mail.To), 1, (_, count) => count + 1);
        Mails.Enqueue(mail);
    }

    internal async Task PassAsync(SinkStage stage, CancellationToken cancellationToken)
    {
        Mark(stage).TrySetResult();
        if (_holds.TryGetValue(stage, out var hold))
        {
            await hold.Task.WaitAsync(cancellationToken);
        }
    }

    private TaskCompletionSource Mark(SinkStage stage) =>
        _reached.GetOrAdd(stage, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                Connections++;
                _ = new SinkSession(this, client).ServeAsync(_end.Token);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
