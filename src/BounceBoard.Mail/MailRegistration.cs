using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Sending;
using BounceBoard.Mail.Unpacking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Mail;

/// <summary>Registers this floor: unpacking and reading of evidence, sending of mail.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.TryAddSingleton(InputLimits.Default);
        services.TryAddSingleton(provider => new EvidenceUnpacker(provider.GetRequiredService<InputLimits>()));
        services.TryAddSingleton(provider => new BounceParser(provider.GetRequiredService<InputLimits>()));
        services.TryAddSingleton(_ => new SmtpSubmission(TimeSpan.FromSeconds(30)));
        return services;
    }
}
