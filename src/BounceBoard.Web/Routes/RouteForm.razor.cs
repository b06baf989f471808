using BounceBoard.Core.Routes;
using BounceBoard.Operations.Routes;

namespace BounceBoard.Web.Routes;

/// <summary>Adds or changes one route; keeps what was typed when it is refused.</summary>
public sealed partial class RouteForm
{
    private long? _filled;

    private string Name { get; set; } = "";

    private RouteKind Kind { get; set; } = RouteKind.Transport;

    /// <summary>Empty for all mail.</summary>
    private string PoolName { get; set; } = "";

    private string Text { get; set; } = "";

    private string Addresses { get; set; } = "";

    private string? Problem { get; set; }

    protected override void OnParametersSet()
    {
        if (Route is { } route && _filled != route.Id)
        {
            (_filled, Name, Kind, PoolName, Text, Addresses) =
                (route.Id, route.Name, route.Kind, route.Pool ?? "", route.Text, string.Join(", ", route.Addresses));
        }
    }

    private async Task SaveAsync()
    {
        var lines = AddressLines.Read(Addresses);
        Problem = lines.Problem
            ?? await Save(Route?.Id, new RouteDraft(Name, Kind, PoolName.Length == 0 ? null : PoolName, lines.Addresses, Text));
        if (Problem is null && Route is null)
        {
            (Name, Text, Addresses) = ("", "", "");
        }
    }
}
