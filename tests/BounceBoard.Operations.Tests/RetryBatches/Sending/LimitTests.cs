using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

public sealed class LimitTests
{
    [Fact]
    public async Task DayOfTenant_IsFull_WaitsForTheNext()
    {
        await using var house = await SendingHouse.OpenAsync();
        await house.PlanAsync(new PlannedBatch { Stages = [6], MayLose = 6, Limits = new PlannedBatch().Limits with { PerDay = 4 } });

        await house.SendAsync();
        await house.LaterAsync(TimeSpan.FromHours(6));
        Assert.Equal(4, house.Sink.Mails.Count);

        // The next day, UTC, has begun.
        await house.LaterAsync(TimeSpan.FromHours(7));
        Assert.Equal(6, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task DayOfInstallation_IsFull_KeepsEverybodyBack()
    {
        await using var house = await SendingHouse.OpenAsync(settings: new Dictionary<string, string?> { ["Retries:PerDay"] = "2" });
        await house.PlanAsync(new PlannedBatch());

        await house.SendAsync();

        Assert.Equal(2, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task Person_TriedOftenEnough_IsLeftOut()
    {
        await using var house = await SendingHouse.OpenAsync();
        await house.PlanAsync(new PlannedBatch { Limits = new PlannedBatch().Limits with { PerPerson = 1 } });
        await house.SendAsync();
        house.Intake.Time.Advance(TimeSpan.FromHours(2));

        // The same people once more, within the week.
        var second = await house.PlanAsync(new PlannedBatch { MayLose = 5, RouteName = "second", Limits = new PlannedBatch().Limits with { PerPerson = 1 } });
        await house.SendAsync();

        Assert.All(await house.StatesAsync(second), state => Assert.Equal(AttemptState.Skipped, state));
        Assert.All(house.Sink.Completed.Values, count => Assert.Equal(1, count));
        Assert.Equal(5, house.Sink.Mails.Count);
    }

    [Fact]
    public async Task Caps_EightAtOnce_Hold()
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch { Stages = [40], Limits = new PlannedBatch().Limits with { PerDomainDay = 7 } });
        await house.Intake.Database.WriteAsync(
            async transaction =>
            {
                var batch = await house.BatchAsync(id);
                await house.Intake.Get<RetryBatchWriter>().TryMoveAsync(house.Tenant, batch, batch with { State = RetryBatchState.Sending }, transaction, default);
            },
            default);
        var (sending, route) = (await house.BatchAsync(id), (await house.Intake.Get<SendingRouteReader>().ListAsync(house.Tenant, default))[0]);

        var handed = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(() => HandOverAsync(house, sending, route, worker))));

        Assert.Equal(7, handed.Sum());
        Assert.Equal(7, (await house.StatesAsync(id)).Count(state => state == AttemptState.HandingOver));
        var counted = await house.Intake.Get<RetryCountReader>().SentAsync(house.Tenant, house.Intake.Time.GetUtcNow(), RetryCountKind.Tenant, "", default);
        Assert.Equal(7, counted);
    }

    [Fact]
    public async Task Stop_InTheMiddle_LetsNoFurtherMailThrough()
    {
        var plan = new PlannedBatch { Stages = [20] };
        var isStopped = false;
        SendingHouse? house = null;
        await using var opened = house = await SendingHouse.OpenAsync(new ScriptedSink
        {
            ReplyTo = to =>
            {
                if (to == plan.Recipient(3) && !isStopped)
                {
                    isStopped = true;
                    // Its conversation has begun; its final dot is not sent any more.
                    house?.Intake.Get<SendingStops>().StopAsync(Actor.System, house.Tenant, "test", default).GetAwaiter().GetResult();
                }
                return null;
            },
        });
        var id = await opened.PlanAsync(plan);

        await opened.SendAsync();
        await opened.LaterAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(3, opened.Sink.Mails.Count);
        Assert.Equal(17, (await opened.StatesAsync(id)).Count(state => state == AttemptState.Planned));
        Assert.Null((await opened.Intake.Get<SendingStops>().ResumeAsync(Actor.System, opened.Tenant, "test", default)).Problem);
        await opened.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(20, opened.Sink.Mails.Count);
        Assert.All(opened.Sink.Completed.Values, count => Assert.Equal(1, count));
    }

    private static async Task<int> HandOverAsync(SendingHouse house, RetryBatchRow batch, SendingRouteRow route, int worker)
    {
        var (now, database) = (house.Intake.Time.GetUtcNow(), house.Intake.Database);
        var claim = RowIds.Next(now);
        var claimed = await database.WriteAsync(
            Turn.Open,
            transaction => house.Intake.Get<RetryClaimWriter>().ClaimAsync(house.Tenant, batch.Id, claim, now.AddMinutes(10), 5, transaction, default),
            default);
        var ledger = new RetryLedger(
            database, house.Intake.Get<LedgerTables>(), house.Intake.Get<RetryCaps>(), house.Intake.Time, house.Tenant, claim);
        foreach (var attempt in claimed)
        {
            await ledger.TryHandOverAsync(new RetryShipment(house.Tenant, batch, route, attempt, $"t{worker}", "retry@sender.test"), default);
        }
        return ledger.HandedOver;
    }
}
