using BounceBoard.Web.Theme;
using Microsoft.Net.Http.Headers;

namespace BounceBoard.Web.Hosting;

/// <summary>Serves the palettes; they come from the theme in code, so there is no file for them.</summary>
internal static class ThemeEndpoint
{
    public static void MapTheme(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/theme.css", (HttpContext http) =>
        {
            http.Response.Headers[HeaderNames.CacheControl] = "no-cache";
            return Results.Text(ThemeSheet.Text, "text/css");
        }).AllowAnonymous().ExcludeFromDescription();
}
