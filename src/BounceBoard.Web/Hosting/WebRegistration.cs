using BounceBoard.Web.Jobs;
using BounceBoard.Web.Layout;
using BounceBoard.Web.Routes;
using BounceBoard.Web.SignIn;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using MudBlazor.Services;

namespace BounceBoard.Web.Hosting;

/// <summary>Registers what only the web host needs.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsCheck>();
        // On Linux keys are protected by the file system (0600): the framework's word about an encryptor would be every start's second line.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error));
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSignIn();
        services.AddScoped<Visits>();
        services.AddScoped<PublicLinks>();
        services.AddSingleton<SendingSide>();
        services.AddRateLimits();
        services.AddHttpContextAccessor();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Tag]);
        services.AddHostedService<Announcement>();
        services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, OutageQuiet>();
        return services.AddPages().AddProxies().AddUploads().AddJobs();
    }

    private static IServiceCollection AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>((headers, web) =>
        {
            headers.KnownIPNetworks.Clear();
            headers.KnownProxies.Clear();
            foreach (var proxy in web.Value.KnownProxies)
            {
                headers.KnownProxies.Add(System.Net.IPAddress.Parse(proxy));
            }
            headers.ForwardedHeaders = web.Value.KnownProxies.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
        return services;
    }

    private static IServiceCollection AddUploads(this IServiceCollection services)
    {
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<WebOptions>>(
            (kestrel, web) => kestrel.Limits.MaxRequestBodySize = web.Value.MaxUploadMegabytes * 1024L * 1024L);
        services.AddOptions<FormOptions>().Configure<IOptions<WebOptions>>(
            (form, web) => form.MultipartBodyLengthLimit = web.Value.MaxUploadMegabytes * 1024L * 1024L);
        return services;
    }
}
