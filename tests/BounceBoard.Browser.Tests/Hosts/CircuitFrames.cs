using System.Diagnostics;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>Watches the socket of an interactive page: a page that was only sent as HTML does not answer to clicks yet.</summary>
internal sealed class CircuitFrames
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private long _last;

    public CircuitFrames(IPage page) =>
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());

    public void Forget() => Interlocked.Exchange(ref _last, 0);

    /// <summary>Waits until frames came and then none for a moment.</summary>
    public async Task SettleAsync()
    {
        var clock = Stopwatch.StartNew();
        while (Interlocked.Read(ref _last) is var last && (last == 0 || Stopwatch.GetElapsedTime(last) < Quiet))
        {
            Assert.True(clock.Elapsed < Patience, "The page's circuit did not come to rest.");
            await Task.Delay(25);
        }
    }
}
