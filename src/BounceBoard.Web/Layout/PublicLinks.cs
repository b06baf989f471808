using BounceBoard.Web.Api;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Layout;

/// <summary>Makes links that are handed to other people: with the configured address where there is one, so that a forged Host header never ends up in them.</summary>
internal sealed class PublicLinks(NavigationManager navigation, IOptions<WebOptions> options)
{
    public string Password(string token) => $"{Here}/link/{token}";

    /// <summary>Where a mail service posts to.</summary>
    public string Hook(string token) => $"{Here}{WebhookApi.Path}/{token}";

    /// <summary>The health of a domain, to read only.</summary>
    public string Report(string token) => $"{Here}/r/{token}";

    private string Here => (options.Value.PublicUrl is { Length: > 0 } configured ? configured : navigation.BaseUri).TrimEnd('/');
}
