using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Jobs;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Evidence;
using BounceBoard.TestKit.Storage;
using BounceBoard.Web.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BounceBoard.Web.Tests.Jobs;

public sealed class SliceJobTests : IAsyncDisposable
{
    private readonly PageHouse _house = new();
    private readonly QueuedJobs _queue = new();

    [Fact]
    public async Task Dispatch_TwoTenantsWithWaitingEvidence_QueuesOneSliceEach()
    {
        var (one, two) = (await _house.TenantAsync("one"), await _house.TenantAsync("two"));
        await _house.TenantAsync("idle");
        await _house.RefuseAsync(one);
        await _house.RefuseAsync(two);
        await _house.Get<Database>().RunAsync("UPDATE evidence SET state = 'Received', lease_until = 0");

        await DispatchAsync();
        await DispatchAsync();

        Assert.Equal(
            [one.Tenant.Id.Value, two.Tenant.Id.Value],
            _queue.All.Select(job => (long)job.Args[0]).Order());
        Assert.All(_queue.All, job => Assert.Equal(typeof(SliceJob<EvidenceParsing>), job.Type));
    }

    [Fact]
    public async Task Slice_SomethingWasThere_QueuesTheNextUntilNothingIs()
    {
        var tenant = await _house.TenantAsync("one");
        await _house.RefuseAsync(tenant);
        await _house.Get<Database>().RunAsync("UPDATE evidence SET state = 'Received', lease_until = 0, attempts = 0");
        await DispatchAsync();

        await SliceAsync();
        Assert.Equal(0, (await _house.Get<EvidenceReader>().CountsAsync(tenant.Tenant.Id, default)).Waiting);
        Assert.Single(_queue.All);
        await SliceAsync();
        Assert.Empty(_queue.All);
    }

    [Fact]
    public async Task Dispatch_DueIncident_IsDecidedByItsSlice()
    {
        var tenant = await _house.TenantAsync("one");
        await _house.RefuseAsync(tenant);
        await _house.Get<Database>().RunAsync("UPDATE incident SET decide_due = 0, verdict = NULL");
        var job = new DispatchJob<VerdictDesk>(_house.Get<VerdictDesk>(), _house.Get<SliceChains>(), _queue, NewJob());
        await job.RunAsync(default);

        var queued = Assert.Single(_queue.All);
        var slice = new SliceJob<VerdictDesk>(_house.Get<VerdictDesk>(), _house.Get<SliceChains>(), _queue, NewJob());
        await slice.RunAsync((long)queued.Args[0], (long)queued.Args[1], default);

        Assert.Empty(await _house.Get<VerdictDesk>().TenantsAsync(default));
    }

    [Fact]
    public async Task RunAlone_WhileARunOfThatNameGoesOn_DoesNothing()
    {
        var job = NewJob();
        var (first, second) = (new TaskCompletionSource<int>(), 0);
        var running = job.RunAloneAsync("x", _ => first.Task, default);

        await job.RunAloneAsync("x", _ => Task.FromResult(++second), default);
        Assert.Equal(0, second);
        first.SetResult(0);
        await running;
        await job.RunAloneAsync("x", _ => Task.FromResult(++second), default);
        Assert.Equal(1, second);
    }

    [Fact]
    public async Task TryRun_AFault_EndsThereAndRunPassesItOn()
    {
        await NewJob().TryRunAsync("x", _ => throw new IOException("gone"), default);
        await Assert.ThrowsAsync<IOException>(() => NewJob().RunAsync("x", _ => throw new IOException("gone"), default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private static Job NewJob() => new(new Outage(TimeProvider.System, TimeSpan.Zero), NullLogger<Job>.Instance);

    private Task DispatchAsync() =>
        new DispatchJob<EvidenceParsing>(_house.Get<EvidenceParsing>(), _house.Get<SliceChains>(), _queue, NewJob()).RunAsync(default);

    private async Task SliceAsync()
    {
        var next = _queue.All[0];
        _queue.All.RemoveAt(0);
        var job = new SliceJob<EvidenceParsing>(_house.Get<EvidenceParsing>(), _house.Get<SliceChains>(), _queue, NewJob());
        await job.RunAsync((long)next.Args[0], (long)next.Args[1], default);
    }
}
