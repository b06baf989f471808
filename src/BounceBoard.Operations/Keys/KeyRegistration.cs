using BounceBoard.Storage.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.Keys;

/// <summary>Keeps the keys that sign cookies and protect secrets beside the database, not in it: a copy of the one opens nothing without the other.</summary>
public static class KeyRegistration
{
    /// <summary>Keys in the folder <c>keys</c> of the data directory, entered by the account of the process only.</summary>
    public static IServiceCollection AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("BounceBoard");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<StorageOptions>, ILoggerFactory>((keys, storage, loggers) =>
        {
            var folder = storage.Value.KeysFolder;
            PrivateFolder.Ensure(folder);
            keys.XmlRepository = new FileSystemXmlRepository(new DirectoryInfo(folder), loggers);
        });
        return services;
    }
}
