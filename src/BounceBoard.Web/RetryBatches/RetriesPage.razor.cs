using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Storage.RetryBatches;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Every batch of controlled retries of one tenant; its address is its state.</summary>
public sealed partial class RetriesPage(RetryListModel model) : IDisposable
{
    private static readonly ChangeKind[] Watched = [ChangeKind.Retries];
    private readonly CancellationTokenSource _left = new();
    private RetryListData? _data;
    private RetryListUrl? _read;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery]
    public string? Before { get; set; }

    private RetryListUrl Url => RetryListUrl.Read(Tab, Before);

    private string Sentence => _data is not { } data
        ? "Reading retries…"
        : $"{RetryWords.Number(data.Of(RetryTab.Waiting))} waiting, {RetryWords.Number(data.Of(RetryTab.Running))} running. Nothing is sent before a person approves exactly that plan.";

    private string EmptyTitle => Url.Tab switch
    {
        RetryTab.Waiting => "Nothing waits for approval",
        RetryTab.Running => "Nothing is being sent or observed",
        RetryTab.Done => "No retry is completed yet",
        RetryTab.Stopped => "No retry was stopped",
        RetryTab.InDoubt => "No mail is in doubt",
    };

    private string EmptyWhy => Url.Tab switch
    {
        RetryTab.Waiting or RetryTab.Running or RetryTab.Done =>
            "A retry begins at an incident: under “Cohort & retry” its people are listed, the plan is shown, and approval is asked for.",
        RetryTab.Stopped => "Here stand retries that the stop rule halted, that were rejected or cancelled, and those nobody decided on in time.",
        RetryTab.InDoubt =>
            "A mail is in doubt when the connection was lost after its last dot. It is never sent again by itself; a person, a log or a bounce settles it.",
    };

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

    private async Task ReadAsync() => _data = await model.LoadAsync(Tenant.Tenant.Id, Url, _left.Token);
}
