using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Layout;

/// <summary>Makes links that are handed to other people; the configured address, so that a forged Host header never ends up in one.</summary>
internal sealed class PublicLinks(NavigationManager navigation, IOptions<WebOptions> options)
{
    public string Password(string token) => $"{Root}/link/{token}";

    private string Root => (options.Value.PublicUrl is { Length: > 0 } url ? url : navigation.BaseUri).TrimEnd('/');
}
