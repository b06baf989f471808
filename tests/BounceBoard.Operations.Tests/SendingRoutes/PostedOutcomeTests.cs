using BounceBoard.Core;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.SendingRoutes;
using BounceBoard.Operations.SendingRoutes;
using BounceBoard.Operations.Tests.RetryBatches.Sending;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Incidents;
using BounceBoard.TestKit.Retries;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.SendingRoutes;

/// <summary>A platform that hears no answer posts again; one whose clock is wrong posts nonsense. Neither may change what is counted.</summary>
public sealed class PostedOutcomeTests
{
    [Fact]
    public async Task Deferral_WithoutATime_CountsOnceHoweverMuchLater()
    {
        await using var house = await SendingHouse.OpenAsync();
        var token = await TokenAsync(house);

        Assert.Equal((1, 0), await TakeAsync(house, token, PostedOutcomeKind.Deferred, null));
        house.Intake.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Deferred, null));

        Assert.Single(await house.RetriedAsync());
    }

    [Fact]
    public async Task Deferral_AtEachTime_CountsOnce()
    {
        await using var house = await SendingHouse.OpenAsync();
        var (token, now) = (await TokenAsync(house), house.Intake.Time.GetUtcNow());
        house.Intake.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal((1, 0), await TakeAsync(house, token, PostedOutcomeKind.Deferred, now.AddMinutes(5)));
        Assert.Equal((1, 0), await TakeAsync(house, token, PostedOutcomeKind.Deferred, now.AddMinutes(20)));
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Deferred, now.AddMinutes(5)));
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Deferred, now.AddMinutes(20).AddSeconds(1)));

        Assert.Equal([now.AddMinutes(5), now.AddMinutes(20)], (await house.RetriedAsync()).Select(row => row.OccurredAt).Order());
    }

    [Fact]
    public async Task Delivery_AfterTheWindowSettled_ChangesAndCountsNothing()
    {
        await using var house = await SendingHouse.OpenAsync();
        var token = await TokenAsync(house);
        await house.LaterAsync(TimeSpan.FromMinutes(1));
        await house.LaterAsync(TimeSpan.FromMinutes(62));
        Assert.All(await StatesAsync(house), state => Assert.Equal(AttemptState.Accepted, state));

        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Delivered, null));
        // A refusal that comes late is news.
        Assert.Equal((1, 0), await TakeAsync(house, token, PostedOutcomeKind.Refused, null));
        // And after it, nothing is.
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Delivered, null));
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Deferred, null));

        Assert.Equal(AttemptState.Refused, (await StatesAsync(house))[0]);
        Assert.Single(await house.RetriedAsync());
    }

    [Theory]
    [InlineData("1970-01-01T00:00:00Z")]
    [InlineData("2038-01-19T03:14:07Z")]
    public async Task Time_ThatCannotBe_IsNotBelieved(string at)
    {
        await using var house = await SendingHouse.OpenAsync();
        var token = await TokenAsync(house);
        var told = DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((1, 0), await TakeAsync(house, token, PostedOutcomeKind.Deferred, told));
        Assert.Equal((0, 1), await TakeAsync(house, token, PostedOutcomeKind.Deferred, told));

        Assert.Equal(house.Intake.Time.GetUtcNow(), Assert.Single(await house.RetriedAsync()).OccurredAt);
        Assert.Equal(house.Intake.Time.GetUtcNow(), (await house.Intake.Incidents.ListAsync(house.Tenant, IncidentFilter.All, default)).Max(incident => incident.LastAt));
    }

    // The first of three recipients who were handed to a platform.
    private static async Task<string> TokenAsync(SendingHouse house)
    {
        await house.PlanAsync(new PlannedBatch { Kind = SendingRouteKind.Export, Stages = [3], MayLose = 3 });
        await house.SendAsync();
        var file = Value(await house.Intake.Get<RetryExport>().DownloadAsync(Actor.System, house.Tenant, 1, default));
        return SafeCsv.Read(file.Lines[1])[0];
    }

    private static async Task<(int Taken, int Again)> TakeAsync(SendingHouse house, string token, PostedOutcomeKind kind, DateTimeOffset? at)
    {
        var told = new PostedOutcome(token, kind, null, null, "said the server", null, null, at);
        var receipt = Value(await house.Intake.Get<PostedOutcomes>().TakeAsync(Actor.System, house.Tenant, [told], default));
        return (receipt.Taken, receipt.Again);
    }

    private static async Task<IReadOnlyList<AttemptState>> StatesAsync(SendingHouse house) =>
        await house.StatesAsync((await house.Intake.Get<Storage.RetryBatches.RetryBatchReader>().FindByNumberAsync(house.Tenant, 1, default))!.Id);
}
