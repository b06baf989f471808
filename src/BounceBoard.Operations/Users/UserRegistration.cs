using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BounceBoard.Operations.Users;

internal static class UserRegistration
{
    public static IServiceCollection AddUsers(this IServiceCollection services)
    {
        // Before AddIdentityCore, which would add its own for each: the house's rules instead of composition rules.
        services.TryAddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>();
        services.TryAddSingleton<PasswordRules>();
        services.TryAddSingleton<IPasswordValidator<AppUser>>(provider => provider.GetRequiredService<PasswordRules>());
        services.AddIdentityCore<AppUser>(Configure).AddUserStore<UserStore>();
        services.TryAddSingleton<FirstRun>();
        services.TryAddSingleton<OneTimeLinks>();
        services.TryAddSingleton<MemberAdmission>();
        services.TryAddSingleton<UserAdministration>();
        services.TryAddSingleton<InstallationUsers>();
        return services;
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // The address is the user name; which characters it may have is EmailAddress' matter.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.Lockout.AllowedForNewUsers = true;
    }
}
