using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Wordings;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Wordings;

/// <summary>What a tenant's servers said that no row knows, and the rules by which it is judged; its address is its state.</summary>
public sealed partial class WordingsPage(WordingListModel model, RuleAdministration administration) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Evidence, ChangeKind.Incidents];
    private static readonly IReadOnlyDictionary<long, long> Nothing = new Dictionary<long, long>();
    private readonly CancellationTokenSource _left = new();
    private WordingListData? _data;
    private WordingUrl? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    [SupplyParameterFromQuery]
    public string? Sort { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private string? Problem { get; set; }

    private WordingUrl Url => WordingUrl.Read(Text, Show, Sort, Page);

    private string Root => $"/t/{Slug}/settings/wordings";

    private bool Locked => !Tenant.Can(TenantAction.MakeRules);

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

    private async Task ReadAsync() => _data = await model.LoadAsync(Tenant, Url, _left.Token);

    private async Task SwitchAsync(WordingRuleRow rule)
    {
        Problem = (await administration.SwitchAsync(Actor, Tenant.Tenant.Id, rule.Id, rule.DisabledAt is not null, _left.Token)).Problem;
        await ReadAsync();
    }

    private async Task RemoveAsync(WordingRuleRow rule)
    {
        Problem = (await administration.RemoveAsync(Actor, Tenant.Tenant.Id, rule.Id, _left.Token)).Problem;
        await ReadAsync();
    }

    private static string Words(WordingShow show) => show switch
    {
        WordingShow.Open => "No rule knows it",
        WordingShow.Ruled => "A rule knows it by now",
        WordingShow.All => "All wordings",
    };

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
