using System.Diagnostics;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>Watches the socket of an interactive page: a page that was only sent as HTML does not answer to clicks yet.</summary>
internal sealed class CircuitFrames
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private IWebSocket? _current;
    private long _rendered;

    public CircuitFrames(IPage page) => page.WebSocket += (_, socket) =>
    {
        _current = socket;
        // Frames of the page that is being left may still arrive: they say nothing of the new one.
        socket.FrameReceived += (_, frame) =>
        {
            if (ReferenceEquals(_current, socket) && IsRendering(frame))
            {
                Interlocked.Exchange(ref _rendered, Stopwatch.GetTimestamp());
            }
        };
    };

    public void Forget()
    {
        _current = null;
        Interlocked.Exchange(ref _rendered, 0);
    }

    /// <summary>Waits until the circuit drew the page and then was quiet for a moment.</summary>
    public async Task SettleAsync()
    {
        var clock = Stopwatch.StartNew();
        while (Interlocked.Read(ref _rendered) is var last && (last == 0 || Stopwatch.GetElapsedTime(last) < Quiet))
        {
            Assert.True(clock.Elapsed < Patience, "The page's circuit did not come to rest.");
            await Task.Delay(25);
        }
    }

    // The hub's method stands in the frame as it is, MessagePack or JSON.
    private static bool IsRendering(IWebSocketFrame frame) =>
        frame.Binary is { } bytes ? bytes.AsSpan().IndexOf("JS.RenderBatch"u8) >= 0 : frame.Text?.Contains("JS.RenderBatch", StringComparison.Ordinal) == true;
}
