using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Tests.RetryBatches.Sending;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Retries;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches;

/// <summary>A batch of one tenant, its people and its route are nowhere in another tenant, whatever is asked with their own ids.</summary>
public sealed class RetryIsolationTests
{
    [Fact]
    public async Task Readers_AskedByAnotherTenant_AnswerNothing()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch());
        await house.SendAsync();
        var (batch, attempts, now) = (await house.BatchAsync(id), await house.AttemptsAsync(id), house.Intake.Time.GetUtcNow());
        var (other, _) = await house.Intake.AddTenantAsync("other");
        var (batches, tries, routes) = (house.Intake.Get<RetryBatchReader>(), house.Intake.Get<RetryAttemptReader>(), house.Intake.Get<SendingRouteReader>());

        Assert.Null(await batches.FindAsync(other, id, default));
        Assert.Null(await batches.FindByNumberAsync(other, batch.Number, default));
        Assert.Empty(await batches.ListByIncidentAsync(other, batch.IncidentId, 10, default));
        foreach (var tab in Enum.GetValues<RetryTab>())
        {
            Assert.Empty(await batches.ListAsync(other, tab, 10, null, default));
        }
        Assert.All((await batches.CountsAsync(other, default)).Values, count => Assert.Equal(0, count));
        Assert.Empty(await tries.ListAsync(other, id, (0, 0), 10, default));
        Assert.Null(await tries.FindAsync(other, attempts[0].Id, default));
        Assert.Null(await tries.TranscriptAsync(other, attempts[0].Id, default));
        Assert.Empty(await tries.TalliesAsync(other, [id], default));
        Assert.Empty(await house.Intake.Get<RetryDecisionReader>().ListAsync(other, id, default));
        Assert.Empty(await house.Intake.Get<RetryHistoryReader>().FindAsync(other, [attempts[0].RecipientKey], now.AddDays(-1), 0, default));
        Assert.Equal(0, await house.Intake.Get<RetryCountReader>().SentAsync(other, now, RetryCountKind.Tenant, "", default));
        Assert.Empty(await house.Intake.Get<DueRetryReader>().BatchesAsync(other, now.AddDays(30), 10, default));
        Assert.Null(await routes.FindAsync(other, batch.RouteId, default));
        Assert.Empty(await routes.ListAsync(other, default));
        // The same questions find it where it belongs.
        Assert.NotNull(await tries.TranscriptAsync(house.Tenant, attempts[0].Id, default));
        Assert.Equal(5, await house.Intake.Get<RetryCountReader>().SentAsync(house.Tenant, now, RetryCountKind.Tenant, "", default));
    }

    [Fact]
    public async Task Outcomes_NamedByAnotherTenant_FindNoAttempt()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch());
        await house.SendAsync();
        var attempt = (await house.AttemptsAsync(id))[0];
        var (other, _) = await house.Intake.AddTenantAsync("other");
        var token = await house.Intake.Get<RetryTokens>().TokenAsync(house.Tenant, attempt.Id, default);

        Assert.Null(await house.Intake.Get<RetryTokens>().ReadAsync(other, token, default));
        Assert.Empty(await house.Intake.Database.WriteAsync(
            Turn.Of(other),
            transaction => house.Intake.Get<RetryOutcomeWriter>().FindAsync(other, [attempt.MessageId], [attempt.QueueId ?? ""], [attempt.Id], transaction, default),
            default));
    }
}
