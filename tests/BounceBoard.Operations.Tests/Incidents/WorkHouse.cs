using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Sources;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Sources;
using BounceBoard.TestKit.Evidence;
using BounceBoard.TestKit.Installations;

namespace BounceBoard.Operations.Tests.Incidents;

/// <summary>An installation whose tenants get refusals of chosen people; no name server answers, so each recipient domain is an incident.</summary>
internal sealed class WorkHouse : IAsyncDisposable
{
    private int _message;

    public TestInstallation House { get; } = new();

    public T Get<T>()
        where T : notnull => House.Get<T>();

    /// <summary>Refused now.</summary>
    /// <returns>The incident of the recipient's domain.</returns>
    public async Task<IncidentRow> RefuseAsync(TenantId tenant, string recipient, DateTimeOffset? at = null)
    {
        var dsn = new SampleDsn
        {
            Recipient = recipient,
            MessageId = $"m{++_message}@sender.test",
            Reply = $"550 5.7.1 <{recipient}>: Relaying denied",
            At = at ?? House.Time.GetUtcNow(),
        };
        var source = await Get<SourceReader>().FindByNameAsync(tenant, DefaultSources.Upload, default) ?? throw new InvalidOperationException("No source.");
        await using var bytes = new MemoryStream(dsn.ToBytes());
        await Get<EvidenceIntake>().ReceiveAsync(tenant, source.Id, "bounce.eml", bytes, true, Actor.System, null, default);
        var scope = recipient[(recipient.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return (await Get<IncidentReader>().ListAsync(tenant, IncidentFilter.All with { ScopeName = scope }, default))[0];
    }

    public async Task<IncidentRow> ReadAsync(TenantId tenant, long id) =>
        await Get<IncidentReader>().FindAsync(tenant, id, default) ?? throw new InvalidOperationException("No incident.");

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
