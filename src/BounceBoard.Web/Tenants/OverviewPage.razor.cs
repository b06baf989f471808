using System.Globalization;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Tenants;

/// <summary>One tenant at a glance: what is open, what came in, how its domains stand.</summary>
public sealed partial class OverviewPage(OverviewModel model) : IDisposable
{
    private static readonly ChangeKind[] Watched = Enum.GetValues<ChangeKind>();
    private readonly CancellationTokenSource _left = new();
    private OverviewData? _data;
    private string? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        if (_read == Slug)
        {
            return Task.CompletedTask;
        }
        (_read, _data) = (Slug, null);
        return ReadAsync();
    }

    private async Task ReadAsync() => _data = await model.LoadAsync(Tenant, _left.Token);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Words(long value, string one, string many) => $"{Number(value)} {(value == 1 ? one : many)}";
}
