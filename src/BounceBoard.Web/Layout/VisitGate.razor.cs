using BounceBoard.Storage.Database;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace BounceBoard.Web.Layout;

/// <summary>See the markup.</summary>
public sealed partial class VisitGate : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string? _slug;
    private bool _waits;

    [Inject] private Visits Visits { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [Inject] private Outage Outage { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    private Visit? Visit { get; set; }

    private bool Ready { get; set; }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnParametersSetAsync() => EnterAsync();

    private async Task EnterAsync()
    {
        try
        {
            await FindVisitAsync();
            _waits = false;
        }
        catch (Exception fault) when (Outage.Covers(fault) is true && RendererInfo.IsInteractive)
        {
            // The circuit lives on and tries again; without one the request is answered by the outage's own page.
            (_waits, Ready) = (true, false);
        }
    }

    private async Task FindVisitAsync()
    {
        var slug = Route.RouteValues.GetValueOrDefault("slug") as string;
        var person = (await Authentication).User;
        var route = Route;
        if (slug != _slug)
        {
            // Nothing of one tenant's page lives on in another's: a page that reads only once would show the first tenant under the second's name.
            (_slug, Ready) = (slug, false);
        }
        var visit = await Visits.FindAsync(person, slug, _gone.Token);
        if (!ReferenceEquals(route, Route))
        {
            // Another navigation has overtaken this one; its own call decides.
            return;
        }
        Visit = visit;
        var stranger = person.Identity?.IsAuthenticated != true;
        Ready = stranger || (visit is not null && (slug is null || visit.Tenant is not null));
        if (!Ready && visit is null)
        {
            // Signed in, but not any more in the database: the sign-in page gives a fresh start.
            Navigation.NavigateTo("/login", forceLoad: true);
        }
        else if (!Ready)
        {
            Navigation.NotFound();
        }
    }
}
