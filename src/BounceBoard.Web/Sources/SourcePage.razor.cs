using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Sources;

/// <summary>One source: what to set where, what came by it and how late, and when its silence is an alarm.</summary>
public sealed partial class SourcePage(SourceModel model, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Evidence];
    private readonly CancellationTokenSource _left = new();
    private SourceData? _data;

    [CascadingParameter] private TenantContext Tenant { get; set; } = null!;

    [Parameter] public string Slug { get; set; } = "";

    [Parameter] public long Source { get; set; }

    private bool Locked => !Tenant.Can(TenantAction.ConfigureSources);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (_data is null)
        {
            navigation.NotFound();
        }
    }

    private async Task ReadAsync() => _data = await model.LoadAsync(Tenant.Tenant.Id, Source, _left.Token);

    private static string Number(long? count) => (count ?? 0).ToString("N0", CultureInfo.InvariantCulture);
}
