using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains;

/// <summary>The sending domains of a tenant.</summary>
public sealed partial class DomainsPage(DomainViews domains) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Domains];
    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<DomainView>? _rows;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private async Task ReadAsync() => _rows = await domains.ListAsync(Tenant.Tenant.Id, _left.Token);
}
