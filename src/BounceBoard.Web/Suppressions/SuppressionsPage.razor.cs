using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Suppressions;

/// <summary>Who gets no mail, why and since when; its address is its state.</summary>
public sealed partial class SuppressionsPage(SuppressionListModel model) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Suppressions, ChangeKind.Verdicts, ChangeKind.Evidence];
    private readonly CancellationTokenSource _left = new();

    // Keys of the rows that are ticked: on this page only, so that nothing unseen is moved.
    private readonly HashSet<string> _chosen = new(StringComparer.Ordinal);
    private SuppressionListData? _data;
    private SuppressionListUrl? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? State { get; set; }

    [SupplyParameterFromQuery]
    public string? Reason { get; set; }

    [SupplyParameterFromQuery]
    public string? Source { get; set; }

    [SupplyParameterFromQuery]
    public string? Incident { get; set; }

    [SupplyParameterFromQuery]
    public string? Window { get; set; }

    [SupplyParameterFromQuery]
    public string? Due { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    private SuppressionListUrl Url => SuppressionListUrl.Read(State, Reason, Source, Incident, Window, Due, Text, Before);

    private bool CanMove => Tenant.Can(TenantAction.Suppress);

    private string Sentence => _data is not { } data
        ? "Reading suppressions…"
        : string.Create(CultureInfo.InvariantCulture, $"{SuppressionCount.Of(data.Held)} suppressed, {data.Suggested:N0} suggested, {data.Released:N0} released. ")
            + SuppressionWords.Sentence(Tenant.Tenant.SuppressionMode);

    private string Matches => _data is not { } data
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"This tenant has {data.Held:N0} suppressed, {data.Suggested:N0} suggested and {data.Released:N0} released addresses; none has all that the filter asks for.");

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
        _chosen.Clear();
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        _data = await model.LoadAsync(Tenant, Url, _left.Token);
        _chosen.IntersectWith(_data.Rows.Select(row => row.RecipientKey));
    }

    private Task MovedAsync()
    {
        _chosen.Clear();
        return ReadAsync();
    }
}
