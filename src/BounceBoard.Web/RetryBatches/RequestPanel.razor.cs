using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.RetryBatches;

/// <summary>Plans a retry of one incident, shows the whole plan, and asks for its approval.</summary>
public sealed partial class RequestPanel(RetryPlanning planning, RetryRequesting requesting, RequestSurroundings around, NavigationManager navigation)
{
    private readonly RequestDraft _draft = new();

    // Made when the page loads: a click that is sent twice asks once.
    private readonly string _key = Guid.NewGuid().ToString("N");
    private RetrySettingRow? _setting;
    private RetryRequest? _previewed;
    private RetryDraft? _plan;
    private string _comment = "";
    private string? _problem;
    private string? _requestProblem;
    private bool _busy;

    [CascadingParameter]
    public required Actor Actor { get; set; }

    [Parameter, EditorRequired]
    public required TenantContext Tenant { get; set; }

    [Parameter, EditorRequired]
    public required IncidentRow Incident { get; set; }

    /// <summary>Earliest useful retry by the verdict.</summary>
    [Parameter]
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>Those that are switched on; at least one.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<SendingRouteRow> Routes { get; set; } = [];

    private string? RouteHint => Routes.FirstOrDefault(route => route.Id == _draft.RouteId) is { IsProven: false }
        ? "This route was not tested as it stands now: send a test to your own mailbox first."
        : null;

    private string FourEyes => _setting switch
    {
        { FourEyes: Core.RetryBatches.FourEyes.Always } => "Another person must approve.",
        { FourEyes: Core.RetryBatches.FourEyes.Above, FourEyesAbove: var above } when _plan?.Plan.People > above => $"More than {above} people: another person must approve.",
        _ => "",
    };

    protected override void OnInitialized() => _draft.RouteId = (Routes.FirstOrDefault(route => route.IsProven) ?? Routes[0]).Id;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }
        // Not while prerendering: it asks DNS, and nobody looks at it before the page is alive.
        _setting = await around.SettingAsync(Tenant.Tenant.Id);
        await PreviewAsync();
        StateHasChanged();
    }

    private async Task PreviewAsync()
    {
        (_busy, _problem, _requestProblem) = (true, null, null);
        StateHasChanged();
        var request = _draft.ToRequest();
        var result = await planning.PreviewAsync(Actor, Tenant.Tenant.Id, Incident.Id, request, CancellationToken.None);
        (_problem, _busy) = (result.Problem, false);
        (_plan, _previewed) = result.TryGet(out var plan) ? (plan, request) : (null, null);
    }

    private async Task RequestAsync()
    {
        if (_plan is not { } plan || _previewed is not { } request || _busy)
        {
            return;
        }
        _busy = true;
        var result = await requesting.RequestAsync(
            Actor, Tenant.Tenant.Id, Incident.Id, request, plan.PlanHash, _key, _comment, CancellationToken.None);
        (_requestProblem, _busy) = (result.Problem, false);
        if (result.TryGet(out var id) && await around.NumberAsync(Tenant.Tenant.Id, id) is { } number)
        {
            navigation.NavigateTo($"/t/{Tenant.Tenant.Slug}/retries/{number}");
        }
    }

    // The reasons name who is left out of the window; the sample takes a few of those who remain.
    private int Others(RetryPlan plan) => (int)Incident.People - plan.People - plan.LeftOut.Sum(left => left.People);
}
