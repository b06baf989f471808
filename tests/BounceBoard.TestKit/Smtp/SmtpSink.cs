using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BounceBoard.TestKit.Smtp;

/// <summary>A mail server on this machine that says what the test wants and keeps what it was given.</summary>
public sealed class SmtpSink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();

    public SmtpSink()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Replies by the beginning of a command, for example <c>RCPT</c>; <c>.</c> answers the end of the data.</summary>
    public ConcurrentDictionary<string, string> Replies { get; } = new(new Dictionary<string, string>
    {
        ["EHLO"] = "250 sink.test",
        ["DATA"] = "354 go on",
        ["."] = "250 2.0.0 Ok: queued as 4F1",
        ["QUIT"] = "221 bye",
    });

    /// <summary>Whole mails, header and text, in the order of their arrival.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>Every line that a client said outside of a mail.</summary>
    public ConcurrentQueue<string> Commands { get; } = new();

    /// <summary>What the installation must be told to use it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Alerts:Smtp:Host"] = "127.0.0.1",
        ["Alerts:Smtp:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Alerts:Smtp:Tls"] = "None",
        ["Alerts:Smtp:From"] = "alerts@bounces.example",
    };

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!_end.IsCancellationRequested)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var connection = client;
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 sink.test ESMTP");
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                Commands.Enqueue(line);
                var command = line.Split(' ', ':')[0].ToUpperInvariant();
                var reply = Replies.GetValueOrDefault(command, "250 2.1.0 Ok");
                await writer.WriteLineAsync(reply);
                if (command == "DATA" && reply[0] == '3')
                {
                    await writer.WriteLineAsync(await TakeAsync(reader));
                }
                if (command == "QUIT")
                {
                    return;
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client went away, or the test is over.
        }
    }

    private async Task<string> TakeAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        }
        var reply = Replies["."];
        if (reply[0] == '2')
        {
            Mails.Enqueue(mail.ToString());
        }
        return reply;
    }
}
