using BounceBoard.Core.Sources;
using BounceBoard.Core.Tenants;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Outside;
using BounceBoard.Operations.Tests.Webhooks;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>The whole of operations on a real database, with a clock and a name server of the test's own.</summary>
internal sealed class IntakeHouse : IAsyncDisposable
{
    private readonly TempDatabase _temp = new();
    private readonly ServiceProvider _services;

    private IntakeHouse(IReadOnlyDictionary<string, string?> settings, DateTimeOffset start, Action<IServiceCollection>? replace)
    {
        Time = new FakeTimeProvider(start);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddSingleton(_temp.Database);
        services.AddSingleton(_ => ResolverSet.From(Dns.OptionsFor()));
        services.AddSingleton<IOutside>(Outside);
        // The house adds only what is not there yet.
        replace?.Invoke(services);
        services.AddOperations(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddSingleton<ILoggerProvider>(Log);
        services.AddSingleton(_ => ResolverSet.From(Dns.OptionsFor()));
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; }

    public TestDnsServer Dns { get; } = TestDnsServer.Start(
        "example.test. 300 IN MX 10 mx1.example.test.", "mx1.example.test. 300 IN A 198.51.100.7");

    public FakeOutside Outside { get; } = new();

    public SeenLog Log { get; } = new();

    public TenantId Tenant { get; private set; }

    public long Source { get; private set; }

    public Database Database => _temp.Database;

    public EvidenceIntake Intake => Get<EvidenceIntake>();

    public EvidenceParsing Parsing => Get<EvidenceParsing>();

    public VerdictDesk Desk => Get<VerdictDesk>();

    public EvidenceReader Evidence => Get<EvidenceReader>();

    public IncidentReader Incidents => Get<IncidentReader>();

    public RefusalReader Refusals => Get<RefusalReader>();

    public VerdictReader Verdicts => Get<VerdictReader>();

    /// <param name="settings">As in the sample file.</param>
    /// <param name="start">What the clock says at first.</param>
    /// <param name="replace">Services that stand in for the house's own.</param>
    public static async Task<IntakeHouse> OpenAsync(
        IReadOnlyDictionary<string, string?>? settings = null, DateTimeOffset? start = null, Action<IServiceCollection>? replace = null)
    {
        var house = new IntakeHouse(settings ?? new Dictionary<string, string?>(), start ?? new DateTimeOffset(2026, 5, 16, 12, 0, 0, TimeSpan.Zero), replace);
        (house.Tenant, house.Source) = await house.AddTenantAsync("acme");
        return house;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<(TenantId Tenant, long Source)> AddTenantAsync(string slug, string? dropFolder = null)
    {
        var now = Time.GetUtcNow();
        var tenant = new TenantId(RowIds.Next(now));
        var source = RowIds.Next(now);
        var row = new TenantRow { Id = tenant, Slug = slug, Name = slug, State = TenantState.Active, IsDemo = false, CreatedAt = now };
        await Database.WriteAsync(
            async transaction =>
            {
                await Get<TenantWriter>().AddAsync(row, transaction, default);
                await Get<SourceWriter>().AddAsync(
                    tenant,
                    new SourceRow
                    {
                        TenantId = tenant,
                        Id = source,
                        Name = "in",
                        Kind = dropFolder is null ? SourceKind.Upload : SourceKind.DropFolder,
                        Folder = dropFolder,
                        CreatedAt = now,
                    },
                    transaction,
                    default);
            },
            default);
        return (tenant, source);
    }

    public Task<IntakeResult> ReceiveAsync(byte[] bytes, bool verified = true, string name = "mail.eml") =>
        Intake.ReceiveAsync(Tenant, Source, name, new MemoryStream(bytes), verified, Actor.System, null, default);

    /// <summary>The one incident that the test expects.</summary>
    public async Task<IncidentRow> IncidentAsync() => Assert.Single(await Incidents.ListAsync(Tenant, IncidentFilter.All, default));

    public async Task<IReadOnlyList<RefusalRow>> RefusalsAsync() =>
        await Refusals.ListByIncidentAsync(Tenant, (await IncidentAsync()).Id, 1000, null, default);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Dns.Dispose();
        _temp.Dispose();
    }
}
