namespace BounceBoard.Web.Hosting;

/// <summary>The web host's own settings; section <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Address under which people reach this installation (<c>https://bounces.example.net</c>), for links that are handed on; empty: the address of the request.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Proxies in front whose X-Forwarded-For and X-Forwarded-Proto are believed, as addresses; nobody else's are.</summary>
    public IList<string> KnownProxies { get; } = [];

    /// <summary>Hours without a request after which one must sign in again.</summary>
    public int SessionHours { get; set; } = 8;

    /// <summary>Seconds until a disabled person's open pages end.</summary>
    public int SessionCheckSeconds { get; set; } = 30;

    /// <summary>Sign-in, set-up and password requests from one address in a minute.</summary>
    public int SignInsPerMinute { get; set; } = 20;

    /// <summary>API requests from one address in a minute.</summary>
    public int ApiRequestsPerMinute { get; set; } = 600;

    /// <summary>Posts of mail services from one address in a minute.</summary>
    public int WebhookPostsPerMinute { get; set; } = 6000;

    /// <summary>Largest upload and API request, megabytes.</summary>
    public int MaxUploadMegabytes { get; set; } = 200;
}
