using BounceBoard.Operations.Audit;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Webhooks;

/// <summary>Registers the taking in of what mail services post.</summary>
internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.TryAddSingleton<IOutside>(_ => new GuardedHttp());
        services.TryAddSingleton<SnsCertificates>();
        services.TryAddSingleton<WebhookSeal>();
        services.TryAddSingleton<WebhookBook>();
        services.AddSingleton<IWebhookCheck, SnsCheck>();
        services.AddSingleton<IWebhookCheck, SendGridCheck>();
        services.AddSingleton<IWebhookCheck, MailgunCheck>();
        services.AddSingleton<IWebhookCheck, PasswordCheck>();
        services.TryAddSingleton(provider => new WebhookReceiving(
            provider.GetRequiredService<WebhookReader>(), provider.GetRequiredService<SourceReader>(), provider.GetRequiredService<WebhookBook>(),
            provider.GetRequiredService<WebhookSeal>(), [.. provider.GetServices<IWebhookCheck>()], provider.GetRequiredService<IOutside>(),
            provider.GetRequiredService<EvidenceIntake>()));
        services.TryAddSingleton(provider => new WebhookAdministration(
            provider.GetRequiredService<SourceReader>(), provider.GetRequiredService<SourceWriter>(), provider.GetRequiredService<WebhookReader>(),
            provider.GetRequiredService<WebhookWriter>(), provider.GetRequiredService<WebhookSeal>(), provider.GetRequiredService<AuditedWrite>()));
        return services;
    }
}
