using System.Security.Cryptography.X509Certificates;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Keys;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Keys;

/// <summary>
/// Keeps the keys that sign cookies and protect secrets. With SQLite they stand beside the database, not in it: a copy of the one opens nothing
/// without the other. With PostgreSQL every node needs them, so they stand in it; a certificate outside keeps that true.
/// </summary>
public static class KeyRegistration
{
    /// <summary>Files in the folder <c>keys</c> of the data directory, entered by the account of the process only; or rows that all nodes share.</summary>
    /// <param name="configuration">Section <c>Keys</c>: <see cref="KeyOptions"/>.</param>
    public static IServiceCollection AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(KeyOptions.Section);
        services.AddOptions<KeyOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyOptions>, KeyOptionsCheck>();
        services.AddSingleton<SharedKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((keys, provider) => keys.XmlRepository = Repository(provider));
        services.AddDataProtection().SetApplicationName("BounceBoard").UseCertificates(section.Get<KeyOptions>() ?? new KeyOptions());
        return services;
    }

    // What cannot be read here stops the start by the check of the options, which names the key.
    private static void UseCertificates(this IDataProtectionBuilder keys, KeyOptions options)
    {
        var current = KeyCertificate.Read(options.CertificateFile, options.CertificatePassword).Certificate;
        var former = KeyCertificate.Read(options.FormerCertificateFile, options.FormerCertificatePassword).Certificate;
        if (current is not null)
        {
            keys.ProtectKeysWithCertificate(current);
        }
        if (((X509Certificate2?[])[current, former]).OfType<X509Certificate2>().ToArray() is { Length: > 0 } readable)
        {
            keys.UnprotectKeysWithAnyCertificate(readable);
        }
    }

    private static IXmlRepository Repository(IServiceProvider provider)
    {
        // A command has no start at which options are checked.
        _ = provider.GetRequiredService<IOptions<KeyOptions>>().Value;
        if (provider.GetRequiredService<KeyTable>().IsShared)
        {
            return provider.GetRequiredService<SharedKeys>();
        }
        var folder = provider.GetRequiredService<IOptions<StorageOptions>>().Value.KeysFolder;
        PrivateFolder.Ensure(folder);
        return new FileSystemXmlRepository(new DirectoryInfo(folder), provider.GetRequiredService<ILoggerFactory>());
    }
}
