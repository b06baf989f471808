using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.RetryBatches;

/// <summary>One batch: the plan as its approver sees it, the decision, and what came of it. Everything is read again after each change, so that a lost
/// connection loses a click at most.</summary>
public sealed partial class RetryPage(RetryModel model, NavigationManager navigation) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Retries];
    private readonly CancellationTokenSource _left = new();
    private RetryData? _data;
    private RetryUrl? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    /// <summary>Its number in the tenant.</summary>
    [Parameter]
    public long Batch { get; set; }

    [SupplyParameterFromQuery]
    public string? Step { get; set; }

    [SupplyParameterFromQuery]
    public string? After { get; set; }

    [SupplyParameterFromQuery]
    public string? Attempt { get; set; }

    private RetryUrl Url => RetryUrl.Read(Slug, Batch, Step, After, Attempt);

    private IReadOnlyList<(string Text, string Href)> Crumbs => [(Tenant.Tenant.Name, $"/t/{Slug}"), ("Retries", $"/t/{Slug}/retries")];

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override Task OnParametersSetAsync()
    {
        if (_read == Url)
        {
            return Task.CompletedTask;
        }
        _read = Url;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _data = await model.LoadAsync(Actor, Tenant.Tenant.Id, Url, _left.Token);
        if (_data is null)
        {
            navigation.NotFound();
        }
    }
}
