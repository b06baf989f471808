namespace BounceBoard.Web.Hosting;

/// <summary>Where the host listens when nobody says otherwise: this machine only.</summary>
internal static class DefaultAddress
{
    public const string Url = "http://localhost:5080";

    // --urls, ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS and Kestrel's endpoints win.
    private static readonly string[] Keys = ["urls", "http_ports", "https_ports"];

    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (Keys.All(key => string.IsNullOrEmpty(builder.Configuration[key])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(Url);
        }
    }
}
