using BounceBoard.Core.Routes;

namespace BounceBoard.Web.Routes;

internal static class RouteKindText
{
    public static string Of(RouteKind kind) => kind switch
    {
        RouteKind.Smarthost => "smarthost",
        RouteKind.Transport => "Postfix transport table",
        RouteKind.ManualRoute => "Exim route list",
    };
}
