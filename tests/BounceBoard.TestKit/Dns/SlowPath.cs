using System.Net;
using System.Net.Sockets;
using BounceBoard.TestKit.Hosts;

namespace BounceBoard.TestKit.Dns;

/// <summary>A path to a name server that takes its time: every question over UDP is handed on after a delay, as over a distance.</summary>
public sealed class SlowPath : IDisposable
{
    private readonly UdpClient _front;
    private readonly IPEndPoint _server;
    private readonly TimeSpan _delay;
    private readonly CancellationTokenSource _stop = new();

    private SlowPath(IPEndPoint server, TimeSpan delay)
    {
        Port = FreePort.ForDns(IPAddress.Loopback);
        (_front, _server, _delay) = (new UdpClient(new IPEndPoint(IPAddress.Loopback, Port)), server, delay);
    }

    /// <summary>On 127.0.0.1.</summary>
    public int Port { get; }

    public static SlowPath To(IPEndPoint server, TimeSpan delay)
    {
        var path = new SlowPath(server, delay);
        _ = path.ListenAsync();
        return path;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _front.Dispose();
        _stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _front.ReceiveAsync(_stop.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end of the test.
        }
    }

    private async Task CarryAsync(UdpReceiveResult question)
    {
        try
        {
            await Task.Delay(_delay, _stop.Token);
            using var back = new UdpClient();
            back.Connect(_server);
            await back.SendAsync(question.Buffer, _stop.Token);
            await _front.SendAsync((await back.ReceiveAsync(_stop.Token)).Buffer, question.RemoteEndPoint, _stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The end of the test.
        }
    }
}
