using BounceBoard.Core.Tenants;
using BounceBoard.Operations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.TestKit.Hosts;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BounceBoard.TestKit.Installations;

/// <summary>The whole house below Web in a data directory of its own, with a clock the test moves; gone after the test.</summary>
public sealed class TestInstallation : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";
    private readonly ServiceProvider _services;
    private readonly TestStorage _storage;

    public TestInstallation()
        : this(TestEngine.Current)
    {
    }

    public TestInstallation(StorageProvider engine)
    {
        Folder = Directory.CreateTempSubdirectory("bounceboard-test-").FullName;
        _storage = new TestStorage(engine, DataDirectory);
        Settings = new Dictionary<string, string>(_storage.Settings)
        {
            // No test asks a resolver outside this machine; this one is nobody.
            ["Dns:UseSystem"] = "false",
            ["Dns:UsePublic"] = "false",
            ["Dns:UseAuthoritative"] = "false",
            ["Dns:Resolvers:0:Name"] = "nobody",
            ["Dns:Resolvers:0:Address"] = "127.0.0.1",
            ["Dns:Resolvers:0:Port"] = "9",
            ["Dns:Timeout"] = "00:00:00.2",
            ["Dns:Retries"] = "0",
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddOperations(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero));

    /// <summary>A folder of the test; the data directory is <c>data</c> in it.</summary>
    public string Folder { get; }

    public string DataDirectory => Path.Combine(Folder, "data");

    /// <summary>What a host or a command line must be told to work on the same installation; keys as in the sample file.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    public Database Database => Get<Database>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public IServiceScope Scope() => _services.CreateScope();

    /// <summary>A tenant with its default sources.</summary>
    public async Task<TenantId> TenantAsync(string slug) =>
        Value(await Get<TenantAdministration>().AddAsync(Actor.System, slug, $"Tenant {slug}", default)).Id;

    /// <summary>A person with a password and a role in the installation.</summary>
    public async Task<Actor> PersonAsync(string name, InstallationRole role, bool joinsNewTenants = false)
    {
        var email = $"{name}@example.net";
        var invited = Value(await Get<InstallationUsers>().AddAsync(Actor.System, email, name, role, joinsNewTenants, default));
        Value(await Get<OneTimeLinks>().RedeemAsync(invited.Token!, Password, default));
        return Actor.Person(invited.UserId, email);
    }

    /// <summary>A person with a password and a role in one tenant.</summary>
    public async Task<Actor> MemberAsync(string name, TenantId tenant, TenantRole role)
    {
        var actor = await PersonAsync(name, role == TenantRole.Technician ? InstallationRole.Technician : InstallationRole.None);
        Value(await Get<UserAdministration>().AddAsync(Actor.System, tenant, actor.Name, name, role, default));
        return actor;
    }

    /// <summary>Lines of an audit log, newest first.</summary>
    public Task<IReadOnlyList<AuditRow>> AuditAsync(TenantId tenant) => Get<AuditReader>().ListAsync(tenant, AuditFilter.All, 1000, null, default);

    /// <summary>The value of a change that must have been done.</summary>
    public static T Value<T>(OperationResult<T> result) =>
        result.TryGet(out var value) ? value : throw new InvalidOperationException($"Refused: {result.Problem}");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _storage.Dispose();
        TempFolder.Remove(Folder);
    }
}
