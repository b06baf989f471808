using BounceBoard.Core.Incidents;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Retention;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Whatever is read of batches and their attempts is found by an index, however many were ever sent.</summary>
public sealed class RetryPlanTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private Database.Database Database => _facts.Database;

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        await RetryRows.AddAsync(_facts);
        if (Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await _facts.RunAsync("ANALYZE");
        }
    }

    [Fact]
    public async Task Batches_EveryReader_FollowsAnIndex()
    {
        var reader = new RetryBatchReader(Database);
        await FollowsAsync(() => reader.FindByNumberAsync(One, 1000, default));
        await FollowsAsync(() => reader.FindAsync(One, 1000, default));
        await FollowsAsync(() => reader.ListByIncidentAsync(One, 1000, 20, default));
        foreach (var tab in Enum.GetValues<RetryTab>())
        {
            await FollowsAsync(() => reader.ListAsync(One, tab, 20, 0, default));
        }
        await FollowsAsync(() => reader.CountsAsync(One, default));
        await FollowsAsync(() => new FrozenBatchReader(Database).ListAsync(One, default));
        await FollowsAsync(() => new RetryDecisionReader(Database).ListAsync(One, 6, default));
        await FollowsAsync(() => new SendingRouteReader(Database).FindAsync(One, 1000, default));
        await FollowsAsync(() => new RetrySettingReader(Database).ReadAsync(One, default));
        await FollowsAsync(() => new SendingStopReader(Database).ListAsync(One, default));
    }

    [Fact]
    public async Task Attempts_EveryReader_FollowsAnIndex()
    {
        var reader = new RetryAttemptReader(Database);
        await FollowsAsync(() => reader.FindAsync(One, 1000_000, default));
        await FollowsAsync(() => reader.ListAsync(One, 1000_000, (1, 5), 20, default));
        await FollowsAsync(() => reader.TalliesAsync(One, [6, 8], default));
        await FollowsAsync(() => reader.TranscriptAsync(One, 6, default));
        await FollowsAsync(() => new RetryHistoryReader(Database).FindAsync(One, ["p6@d.example"], T0, 0, default));
        await FollowsAsync(() => new RetryOutcomeReader(Database).AcceptedAsync(One, IncidentScope.RecipientDomain, "none.example", T0, 50, default));
        await FollowsAsync(() => new RetryCountReader(Database).SentAsync(One, T0, RetryCountKind.Tenant, "", default));
        await FollowsAsync(() => new RetryCohortReader(Database).ListAsync(One, 6, T0, T0, 50, default));
        await FollowsAsync(() => new ComplaintReader(Database).CountAsync(One, ["d5.example"], T0, T0, default));
    }

    [Fact]
    public async Task DueWork_EveryStatement_FollowsAnIndex()
    {
        var due = new DueRetryReader(Database);
        await FollowsAsync(() => due.TenantsAsync(T0, default));
        await FollowsAsync(() => due.BatchesAsync(One, T0, 10, default));
        await FollowsAsync(() => due.HasLapsedAsync(One, T0, default));
        var claims = new RetryClaimWriter();
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await claims.ClaimAsync(One, 20, 5, T0, 10, transaction, default);
                await claims.TryHandOverAsync(One, 20, 5, T0, T0, transaction, default);
                await claims.ReleaseAsync(One, 5, transaction, default);
                await claims.LapseAsync(One, T0, "x", transaction, default);
                await new DueRetryWriter().SkipRestAsync(One, 20, "x", T0, transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Outcomes_EveryStatement_FollowsAnIndex()
    {
        var outcomes = new RetryOutcomeWriter();
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await outcomes.FindAsync(One, ["m6"], ["q6"], [6], transaction, default);
                await outcomes.SubmittedAsync(One, 6, T0, transaction, default);
                await outcomes.TalliesAsync(One, 6, transaction, default);
                await outcomes.TrySettleAsync(One, new AttemptOutcome { AttemptId = 6, Event = AttemptEvent.Accept, At = T0 }, transaction, default);
                await new RetryCountWriter().TriesAsync(One, "p6@d.example", T0, transaction, default);
                await new RetryTurnWriter().FindAsync(One, "d6", transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Changes_EveryStatement_FollowsAnIndex()
    {
        var routes = new SendingRouteWriter();
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await new RetryBatchWriter().FindByKeyAsync(One, "k6", transaction, default);
                await new RetryBatchWriter().WakeAsync(One, 6, T0, transaction, default);
                await new SendingIdentityWriter().FreezeAsync(One, T0, transaction, default);
                await routes.TryEnableAsync(One, 6, false, transaction, default);
                await routes.UserAsync(One, 6, transaction, default);
                await routes.TryRemoveAsync(One, 6, transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Retention_OfRetries_FollowsTheKey()
    {
        var steps = Enumerable.Range(0, ExpiryWriter.Steps).Where(step => ExpiryWriter.KindOf(step) == ExpiredKind.Retries);
        foreach (var step in steps)
        {
            await FollowsAsync(() => Database.WriteAsync(transaction => new ExpiryWriter().RemoveAsync(One, step, T0, transaction, default), default));
        }
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task FollowsAsync(Func<Task> work) => FollowedPlan.AssertAsync(Database, work);
}
