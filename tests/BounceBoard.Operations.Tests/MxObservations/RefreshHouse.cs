using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BounceBoard.Operations.Tests.MxObservations;

/// <summary>A database, a name server, a clock, and the re-resolve work on top of them.</summary>
internal sealed class RefreshHouse : IDisposable
{
    private readonly ResolverSet _resolvers;

    public RefreshHouse(params string[] records)
    {
        Server = TestDnsServer.Start(records);
        _resolvers = ResolverSet.From(Server.OptionsFor());
        Refresh = SecondNode();
    }

    public TestDnsServer Server { get; }

    public TempDatabase Temp { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero));

    public MxRefresh Refresh { get; }

    public DomainWatchReader Watch => new(Temp.Database);

    public RecordObservationReader Records => new(Temp.Database);

    public DomainRecords DomainRecords => new(
        new TenantReader(Temp.Database, Time), new DomainReader(Temp.Database), new MxObservationReader(Temp.Database), Records, Watch);

    /// <summary>The same work on another machine with the same database.</summary>
    public MxRefresh SecondNode() => new(
        Temp.Database, Watch, new DomainWatchWriter(), new WatchTargetReader(Temp.Database),
        new ObservationFiling(new MxObservationWriter(), new RecordObservationWriter()), new DnsLook(_resolvers, Time), Time, NullLogger<MxRefresh>.Instance);

    public Task<IReadOnlyList<MxObservation>> MxAsync(DomainName domain) =>
        new MxObservationReader(Temp.Database).ListAsync(domain, ObservationOrigin.Live, default);

    public void Dispose()
    {
        _resolvers.Dispose();
        Server.Dispose();
        Temp.Dispose();
    }
}
