using BounceBoard.Operations.Domains.Exams;
using Microsoft.AspNetCore.Components;

namespace BounceBoard.Web.Domains.Health;

/// <summary>The health of one domain for whoever has the link: plain HTML without an account, without navigation, without anything to press.</summary>
public sealed partial class SharedReportPage(ShareDesk shares)
{
    private SharedHealth? _shared;

    [Parameter]
    public string Token { get; set; } = "";

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _shared = await shares.OpenAsync(Token, Http?.RequestAborted ?? CancellationToken.None);
        if (Http is { } http)
        {
            // A search engine that finds the address somewhere must not keep the page, and nobody between may.
            http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
            http.Response.Headers.CacheControl = "no-store";
            // Not 404: that would show the general page instead of these words.
            http.Response.StatusCode = _shared?.View.Health is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        }
    }
}
