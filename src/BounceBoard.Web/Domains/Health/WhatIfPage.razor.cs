using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains.Health;

/// <summary>Judges records that are only planned.</summary>
public sealed partial class WhatIfPage(WhatIfDesk desk, DomainReader domains, NavigationManager navigation) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private string _text = "";
    private string? _fault;
    private bool _isBusy;
    private WhatIfView? _view;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public Actor? Actor { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [Parameter]
    public required string Name { get; set; }

    private IReadOnlyList<(string Text, string Href)> Crumbs =>
        [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Domains", $"/t/{Slug}/domains"), (Name, $"/t/{Slug}/domains/{Name}")];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!DomainName.TryParse(Name, out var domain) || await domains.FindByNameAsync(Tenant.Tenant.Id, domain, _left.Token) is null)
        {
            navigation.NotFound();
        }
    }

    private async Task TryAsync()
    {
        if (Actor is null || !DomainName.TryParse(Name, out var domain))
        {
            return;
        }
        (_isBusy, _fault) = (true, null);
        var result = string.IsNullOrWhiteSpace(_text) ? null : await desk.TryAsync(Actor, Tenant.Tenant.Id, domain, _text, _left.Token);
        _isBusy = false;
        _fault = result is null ? "Paste at least one record." : result.Problem;
        _view = result is not null && result.TryGet(out var view) ? view : null;
    }

    private static IReadOnlyList<HealthCheck> Gone(WhatIfView view) => Missing(view.Now, view.Then);

    private static IReadOnlyList<HealthCheck> Came(WhatIfView view) => Missing(view.Then, view.Now);

    private static IReadOnlyList<HealthCheck> Missing(DomainHealth from, DomainHealth other)
    {
        var keys = other.Issues.Select(check => check.Key).ToHashSet(StringComparer.Ordinal);
        return [.. from.Issues.Where(check => !keys.Contains(check.Key))];
    }
}
