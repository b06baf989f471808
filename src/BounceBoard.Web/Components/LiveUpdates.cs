using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Storage.Database;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Components;

/// <summary>Draws nothing: tells its page to read again when the tenant's data changed. One reading at a time; changes during it lead to one more.</summary>
public sealed class LiveUpdates : ComponentBase, IDisposable
{
    private IDisposable? _subscription;
    private TenantId _subscribed;
    private bool _reading;
    private bool _again;
    private bool _disposed;

    [Parameter, EditorRequired]
    public TenantId Tenant { get; set; }

    /// <summary>Which changes matter to the page.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChangeKind> Kinds { get; set; } = [];

    [Parameter, EditorRequired]
    public EventCallback Changed { get; set; }

    [Inject]
    private ChangeFeed Feed { get; set; } = default!;

    [Inject]
    private Outage Outage { get; set; } = default!;

    public void Dispose()
    {
        _disposed = true;
        Outage.Changed -= HearOutage;
        _subscription?.Dispose();
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Outage.Changed += HearOutage;
        }
        // Not earlier: a page that is only prerendered never comes here and would never be disposed by its reader leaving.
        if (_subscription is not null && _subscribed == Tenant)
        {
            return;
        }
        _subscription?.Dispose();
        _subscribed = Tenant;
        _subscription = Feed.Subscribe(Tenant, Hear);
    }

    private void Hear(ChangeKind kind)
    {
        if (Kinds.Contains(kind) && !_disposed)
        {
            _ = InvokeAsync(ReadAgainAsync);
        }
    }

    // What changed while the database was away was not read.
    private void HearOutage()
    {
        if (Outage.Now is null && !_disposed)
        {
            _ = InvokeAsync(ReadAgainAsync);
        }
    }

    private async Task ReadAgainAsync()
    {
        _again = true;
        if (_reading)
        {
            return;
        }
        _reading = true;
        try
        {
            while (_again && !_disposed)
            {
                _again = false;
                await Changed.InvokeAsync();
            }
        }
        catch (Exception fault) when (Outage.Covers(fault) is true)
        {
            // The page keeps what it shows, under the banner, until the database is back.
        }
        finally
        {
            _reading = false;
        }
    }
}
