using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Components;

/// <summary>Draws nothing: tells what waits for the database that it answers again.</summary>
public sealed class DatabaseBack : ComponentBase, IDisposable
{
    private static readonly TimeSpan Blip = TimeSpan.FromSeconds(2);
    private readonly CancellationTokenSource _gone = new();

    [Parameter, EditorRequired]
    public EventCallback Back { get; set; }

    /// <summary>Something was missed already: tell, after a moment, even when the database was back before anybody listened.</summary>
    [Parameter]
    public bool IsWaiting { get; set; }

    [Inject]
    private Outage Outage { get; set; } = default!;

    public void Dispose()
    {
        Outage.Changed -= Hear;
        _gone.Cancel();
        _gone.Dispose();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }
        // Not earlier: a page that is only prerendered never comes here and would never be disposed by its reader leaving.
        Outage.Changed += Hear;
        var gone = _gone.Token;
        while (IsWaiting && !gone.IsCancellationRequested)
        {
            await Task.Delay(Blip, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            if (!gone.IsCancellationRequested && Outage.Now is null)
            {
                await Back.InvokeAsync();
            }
        }
    }

    private void Hear()
    {
        if (Outage.Now is null or { Kind: StorageFault.Full } && !_gone.IsCancellationRequested)
        {
            _ = InvokeAsync(Back.InvokeAsync);
        }
    }
}
