using System.Globalization;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Replays;
using BounceBoard.Operations.Tenants;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Replays;

/// <summary>The replay lab: a past range under the rules of today; its address is its state.</summary>
public sealed partial class ReplayPage(ReplayLab lab, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _run;
    private ReplayUrl? _read;
    private ReplayUrl? _ran;
    private long? _count;
    private ReplayProgress? _progress;
    private ReplayOutcome? _outcome;
    private string? _stoppedAt;

    [CascadingParameter]
    public required TenantContext Tenant { get; set; }

    [Parameter]
    public required string Slug { get; set; }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    [SupplyParameterFromQuery]
    public string? Scope { get; set; }

    [SupplyParameterFromQuery]
    public string? Page { get; set; }

    private ReplayUrl Url => ReplayUrl.Read(From, Until, Scope, Page, time.GetUtcNow());

    private string Root => $"/t/{Slug}/settings/replay";

    private TenantId Id => Tenant.Tenant.Id;

    private string Proposal => _count switch
    {
        null => "Counting the incidents of the range…",
        0 => $"No incident had a refusal from {ReplayUrl.Text(Url.From)} to {ReplayUrl.Text(Url.Until)}. Choose another range.",
        _ => $"{Incidents(_count)} had refusals from {ReplayUrl.Text(Url.From)} to {ReplayUrl.Text(Url.Until)}.",
    };

    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var url = Url with { Page = 1 };
        if (_read == url)
        {
            return;
        }
        Stop();
        (_read, _ran) = (url, null);
        (_count, _outcome, _stoppedAt, _progress) = (null, null, null, null);
        if (url.Problem is null)
        {
            var count = await lab.CountAsync(Id, url.Range, _left.Token);
            _count = _read == url ? count : _count;
        }
    }

    /// <summary>A long walk, so not before the page stands.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_read is { Asked: true, Problem: null } url && _ran != url)
        {
            await RunAsync(url);
        }
    }

    private async Task RunAsync(ReplayUrl asked)
    {
        var url = asked with { Page = 1 };
        using var run = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        Stop();
        (_run, _ran, _outcome, _stoppedAt, _progress) = (run, url, null, null, null);
        // Reports come on the page's own thread, the last ones perhaps after another range was asked for.
        var progress = new Progress<ReplayProgress>(step => Tell(url, step));
        try
        {
            // Not on the thread of the page, which SQLite would hold to the end.
            var outcome = await Task.Run(() => lab.JudgeAsync(Id, url.Range, progress, run.Token), run.Token);
            _outcome = _ran == url ? outcome : _outcome;
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            _stoppedAt = _ran == url ? $"{Number(_progress?.Judged ?? 0)} of {Incidents(_progress?.Total ?? _count)} were judged again. Nothing was changed." : _stoppedAt;
        }
        finally
        {
            _run = _run == run ? null : _run;
        }
        StateHasChanged();
    }

    private void Tell(ReplayUrl url, ReplayProgress step)
    {
        if (_ran == url && !_left.IsCancellationRequested)
        {
            _progress = step;
            StateHasChanged();
        }
    }

    private void Stop() => _run?.Cancel();

    private static string Incidents(long? count) => count switch
    {
        null => "the incidents",
        1 => "1 incident",
        > ReplayLab.MostIncidents => $"the newest {Number(ReplayLab.MostIncidents)} incidents",
        { } some => $"{Number(some)} incidents",
    };

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
