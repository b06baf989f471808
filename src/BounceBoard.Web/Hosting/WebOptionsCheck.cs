using System.Net;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Hosting;

/// <summary>Names every fault of the section <c>Web</c> at once, each by its full key.</summary>
internal sealed class WebOptionsCheck : IValidateOptions<WebOptions>
{
    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        string?[] faults =
        [
            PublicUrl(options.PublicUrl),
            .. options.KnownProxies.Select((proxy, index) => IPAddress.TryParse(proxy, out _)
                ? null
                : $"Web:KnownProxies:{index} is '{proxy}', which is no IP address."),
            Range("SessionHours", options.SessionHours, 1, 720),
            Range("SessionCheckSeconds", options.SessionCheckSeconds, 1, 3600),
            Range("SignInsPerMinute", options.SignInsPerMinute, 1, 10_000),
            Range("ApiRequestsPerMinute", options.ApiRequestsPerMinute, 1, 1_000_000),
            Range("WebhookPostsPerMinute", options.WebhookPostsPerMinute, 1, 1_000_000),
            Range("MaxUploadMegabytes", options.MaxUploadMegabytes, 1, 10_000),
        ];
        var found = faults.OfType<string>().ToList();
        return found.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(found);
    }

    private static string? PublicUrl(string url) =>
        url.Length == 0 || (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") && uri.PathAndQuery == "/")
            ? null
            : $"Web:PublicUrl is '{url}'. Write scheme and host only, like https://bounces.example.net, or leave it empty.";

    private static string? Range(string key, int value, int least, int most) =>
        value >= least && value <= most ? null : $"Web:{key} is {value}. Allowed are {least} to {most}.";
}
