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
    private DomainListPage? _page;
    private string? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? Grade { get; set; }

    [SupplyParameterFromQuery]
    public string? Policy { get; set; }

    [SupplyParameterFromQuery]
    public int? Page { get; set; }

    private DomainListUrl Url => DomainListUrl.Read(Grade, Policy, Page);

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        var read = Url.ToHref(Slug);
        if (_read == read)
        {
            return Task.CompletedTask;
        }
        _read = read;
        return ReadAsync();
    }

    private async Task ReadAsync() => _page = await model.LoadAsync(Tenant.Tenant.Id, Url, _left.Token);
}
