using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches.Sending;

/// <summary>Once a stop is committed, no mail is completed any more, of whomever the stop is.</summary>
public sealed class StopAllTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stop_WhileAReplyIsAwaited_NoFurtherMailIsCompleted(bool isOfInstallation)
    {
        await using var house = await SendingHouse.OpenAsync();
        var id = await house.PlanAsync(new PlannedBatch());
        var scope = isOfInstallation ? TenantId.Installation : house.Tenant;
        var stops = house.Intake.Get<SendingStops>();
        house.Sink.Hold(SinkStage.Counted);
        var sending = house.SendAsync();
        // The first mail has arrived, its reply has not.
        await house.Sink.Reached(SinkStage.Counted);

        Assert.Null((await stops.StopAsync(Actor.System, scope, "test", default)).Problem);
        house.Sink.Release(SinkStage.Counted);
        await sending;

        Assert.Single(house.Sink.Mails);
        Assert.Equal(
            [AttemptState.Submitted, .. Enumerable.Repeat(AttemptState.Planned, 4)], await house.StatesAsync(id));
        var before = Datas(house.Sink);
        await house.LaterAsync(TimeSpan.FromMinutes(10));
        await house.LaterAsync(TimeSpan.FromHours(3));
        Assert.Equal((1, before), (house.Sink.Mails.Count, Datas(house.Sink)));

        Assert.Null((await stops.ResumeAsync(Actor.System, scope, "test", default)).Problem);
        await house.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(5, house.Sink.Mails.Count);
        Assert.All(house.Sink.Completed.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task Stop_OfAnotherTenant_HoldsNobodyHere()
    {
        await using var house = await SendingHouse.OpenAsync();
        await house.PlanAsync(new PlannedBatch());
        var (other, _) = await house.Intake.AddTenantAsync("other");
        Assert.Null((await house.Intake.Get<SendingStops>().StopAsync(Actor.System, other, "test", default)).Problem);

        await house.SendAsync();

        Assert.Equal(5, house.Sink.Mails.Count);
    }

    private static int Datas(ScriptedSink sink) => sink.Commands.Count(command => command.StartsWith("DATA", StringComparison.OrdinalIgnoreCase));
}
