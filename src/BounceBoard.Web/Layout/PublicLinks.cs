using BounceBoard.Operations.Settings;
using BounceBoard.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Layout;

/// <summary>Makes links that are handed to other people: with the configured address where there is one, so that a forged Host header never ends up in them.</summary>
internal sealed class PublicLinks(NavigationManager navigation, InstallationSettings settings, IOptions<WebOptions> options)
{
    public async Task<string> PasswordAsync(string token, CancellationToken cancellationToken) =>
        $"{(await RootAsync(cancellationToken)).TrimEnd('/')}/link/{token}";

    private async Task<string> RootAsync(CancellationToken cancellationToken) =>
        options.Value.PublicUrl is { Length: > 0 } configured
            ? configured
            : (await settings.PublicUrlAsync(cancellationToken))?.ToString() ?? navigation.BaseUri;
}
