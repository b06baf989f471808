using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

/// <summary>An installation with an approved batch, and the relay that it goes over.</summary>
internal sealed class SendingHouse : IAsyncDisposable
{
    private readonly string _folder;

    private SendingHouse(IntakeHouse house, ScriptedSink sink, string folder) => (Intake, Sink, _folder) = (house, sink, folder);

    public IntakeHouse Intake { get; }

    public ScriptedSink Sink { get; }

    public TenantId Tenant => Intake.Tenant;

    public RetryDesk Desk => Intake.Get<RetryDesk>();

    /// <param name="replace">Services that stand in for the house's own.</param>
    public static async Task<SendingHouse> OpenAsync(
        ScriptedSink? sink = null, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        // The mark by which a restored database is told from this one stands beside it.
        var folder = Directory.CreateTempSubdirectory("bounceboard-sending-").FullName;
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>()) { ["BounceBoard:DataDirectory"] = folder };
        return new SendingHouse(await IntakeHouse.OpenAsync(all, replace: replace), sink ?? new ScriptedSink(), folder);
    }

    public Task<long> PlanAsync(PlannedBatch batch) =>
        (batch with { Port = Sink.Port }).StoreAsync(Intake.Get<IServiceProvider>(), Tenant, Intake.Time.GetUtcNow());

    public Task<int> SendAsync() => Desk.SendDueAsync(default);

    /// <summary>Lets time pass and does what is due then.</summary>
    public Task<int> LaterAsync(TimeSpan time)
    {
        Intake.Time.Advance(time);
        return SendAsync();
    }

    public async Task<RetryBatchRow> BatchAsync(long id) => await Intake.Get<RetryBatchReader>().FindAsync(Tenant, id, default) ?? throw new InvalidOperationException("No batch.");

    public Task<IReadOnlyList<RetryAttemptRow>> AttemptsAsync(long id) => Intake.Get<RetryAttemptReader>().ListAsync(Tenant, id, (0, 0), 10_000, default);

    /// <summary>States of the attempts in their order.</summary>
    public async Task<IReadOnlyList<AttemptState>> StatesAsync(long id) => [.. (await AttemptsAsync(id)).Select(attempt => attempt.State)];

    /// <summary>Refusals of every incident that answered an attempt.</summary>
    public async Task<IReadOnlyList<RefusalRow>> RetriedAsync()
    {
        var rows = new List<RefusalRow>();
        foreach (var incident in await Intake.Incidents.ListAsync(Tenant, IncidentFilter.All, default))
        {
            rows.AddRange(await Intake.Refusals.ListByIncidentAsync(Tenant, incident.Id, 1000, null, default));
        }
        return [.. rows.Where(row => row.AttemptId is not null)];
    }

    public async ValueTask DisposeAsync()
    {
        await Intake.DisposeAsync();
        Sink.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
