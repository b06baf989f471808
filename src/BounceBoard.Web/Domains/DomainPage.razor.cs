using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains;

/// <summary>One sending domain: each record as every resolver sees it.</summary>
public sealed partial class DomainPage(DomainViews domains, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Domains];
    private readonly CancellationTokenSource _left = new();
    private DomainView? _view;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public required string Name { get; set; }

    private IReadOnlyList<(string Text, string Href)> Crumbs =>
        [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Domains", $"/t/{Slug}/domains")];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync()
    {
        _view = await domains.FindAsync(Tenant.Tenant.Id, Name, _left.Token);
        if (_view is null)
        {
            navigation.NotFound();
        }
    }
}
