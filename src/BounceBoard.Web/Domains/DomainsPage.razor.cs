using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Web.Domains.Health;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains;

/// <summary>The sending domains of a tenant with their health; its address is its state.</summary>
public sealed partial class DomainsPage(DomainListModel model) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Domains];
    private readonly CancellationTokenSource _left = new();
    private IReadOnlyList<DomainListRow>? _rows;
    private string? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? Grade { get; set; }

    [SupplyParameterFromQuery]
    public string? Policy { get; set; }

    private DomainListUrl Url => DomainListUrl.Read(Grade, Policy);

    private IReadOnlyList<DomainListRow>? Shown => _rows is null ? null : [.. _rows.Where(Url.Shows)];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    // Another filter shows other rows of the same list.
    protected override Task OnParametersSetAsync()
    {
        if (_read == Slug)
        {
            return Task.CompletedTask;
        }
        _read = Slug;
        return ReadAsync();
    }

    private async Task ReadAsync() => _rows = await model.LoadAsync(Tenant.Tenant.Id, _left.Token);
}
