using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>A person's browser: goes to pages and remembers everything that should not have happened.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    // A colour on its way from light to dark is nobody's contrast.
    private const string AtRest =
        "Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity).map(a => a.finished.catch(() => 0)))";

    // The palettes differ in colours alone: whatever else axe looks for it finds in the light one.
    private static readonly string[] OfColour = ["color-contrast", "link-in-text-block"];

    private readonly IBrowserContext _context;
    private Uri _home;
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentQueue<string> _visited = new();
    private readonly CircuitFrames _circuit;
    private readonly AxeLook _axe;
    private readonly Func<string> _hostSaid;
    private bool _sawNothingWrong;

    private Visitor(IBrowserContext context, IPage page, Uri home, Func<string> hostSaid)
    {
        (_context, Page, _home, _hostSaid) = (context, page, home, hostSaid);
        (_circuit, _axe) = (new CircuitFrames(page), new AxeLook(page));
        page.Request += (_, request) => Note(Foreign(request.Url), $"a request left the origin: {request.Url}");
        page.FrameNavigated += (_, frame) => _visited.Enqueue(new Uri(frame.Url).PathAndQuery);
        page.PageError += (_, error) => Note(true, $"script error: {error}");
        page.Dialog += (_, dialog) => Note(true, $"a dialog opened: {dialog.Message}");
        // The browser's own line about a status (404 on purpose) is not an error of the page.
        page.Console += (_, line) => Note(line.Type == "error" && !line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal), $"console: {line.Text}");
    }

    public IPage Page { get; }

    /// <summary>Every address that was shown, as path and query.</summary>
    public IReadOnlyList<string> Visited => [.. _visited.Distinct()];

    /// <param name="hostSaid">Everything the host said so far.</param>
    public static async Task<Visitor> ArriveAsync(IBrowser browser, Uri home, Func<string> hostSaid)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        // Two cores may be shared with a build.
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return new Visitor(context, await context.NewPageAsync(), home, hostSaid);
    }

    /// <summary>From now on paths are those of another node.</summary>
    public void MoveTo(Uri home) => _home = home;

    /// <summary>Goes to <paramref name="path"/> ("t/acme/incidents").</summary>
    /// <returns>The status of the answer.</returns>
    public async Task<int> GoAsync(string path)
    {
        var answer = await Page.GotoAsync(new Uri(_home, path).ToString());
        return answer?.Status ?? 0;
    }

    /// <summary>Goes to an interactive page and waits until it answers to clicks.</summary>
    public async Task OpenAsync(string path)
    {
        // The page before may be opening its socket just now: it must not be taken for the new one's.
        await Page.GotoAsync("about:blank");
        _circuit.Forget();
        Assert.Equal(200, await GoAsync(path));
        await _circuit.SettleAsync();
    }

    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Fails with what axe finds of weight on the page as it stands, light and dark.</summary>
    public async Task IsAccessibleAsync()
    {
        // A page that still reads its rows has only the house's name.
        await Assertions.Expect(Page).ToHaveTitleAsync(new Regex(" · "));
        foreach (var scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await Page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await Page.EvaluateAsync(AtRest);
            await IsAccessibleAsync(scheme);
        }
    }

    private async Task IsAccessibleAsync(ColorScheme scheme)
    {
        var rules = scheme == ColorScheme.Dark ? OfColour : null;
        var found = await _axe.FindAsync(rules);
        // While a page is drawn once more its title is away for a moment; it must come back.
        for (var tries = 0; tries < 5 && found.Any(finding => finding.Id == "document-title"); tries++)
        {
            await Assertions.Expect(Page).ToHaveTitleAsync(new Regex(" · "));
            found = await _axe.FindAsync(rules);
        }
        var heavy = found.Where(finding => finding.Impact is "serious" or "critical");
        Assert.True(!heavy.Any(), $"{Page.Url} ({scheme})\n{string.Join('\n', heavy)}");
    }

    /// <summary>Fails when anything happened that should not have.</summary>
    public void SawNothingWrong()
    {
        Assert.True(_faults.IsEmpty, string.Join("\n", _faults));
        _sawNothingWrong = true;
    }

    public ValueTask DisposeAsync()
    {
        if (!_sawNothingWrong)
        {
            TellWhatWentBefore();
        }
        return _context.DisposeAsync();
    }

    // A journey that did not come to its end failed, here or on another machine: what the browser and the host met explains it.
    private void TellWhatWentBefore()
    {
        var troubles = HostTroubles.In(_hostSaid());
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Visited: {string.Join(' ', _visited)}\nWrong in the browser: {string.Join('\n', _faults)}\nThe host's warnings and faults:\n{string.Join('\n', troubles)}");
    }

    private bool Foreign(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ws" or "wss" && uri.Authority != _home.Authority;

    private void Note(bool wrong, string fault)
    {
        if (wrong)
        {
            _faults.Enqueue(fault);
        }
    }
}
