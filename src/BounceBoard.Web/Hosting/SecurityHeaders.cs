namespace BounceBoard.Web.Hosting;

/// <summary>Headers that every answer carries: nothing is loaded from elsewhere, nobody may frame a page, no script stands in one.</summary>
internal static class SecurityHeaders
{
    // style-src needs 'unsafe-inline' because MudBlazor positions menus by style attributes and writes its theme as a style element.
    // img-src needs data: for the images inside MudBlazor's style sheet.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpResponse)state).Headers;
                headers.ContentSecurityPolicy = Policy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                return Task.CompletedTask;
            },
            http.Response);
        return next(http);
    });
}
