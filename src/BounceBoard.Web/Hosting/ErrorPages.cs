using Microsoft.AspNetCore.Diagnostics;

namespace BounceBoard.Web.Hosting;

/// <summary>What a person sees instead of an empty answer; programs get the bare status.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((http, next) =>
        {
            // Re-executing a POST would run the page's antiforgery check and turn a 404 into a 400.
            var isPage = HttpMethods.IsGet(http.Request.Method) && !http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);
            if (!isPage && http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }
            return next(http);
        });
    }
}
