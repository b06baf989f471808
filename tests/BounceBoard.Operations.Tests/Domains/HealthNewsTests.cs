using BounceBoard.Core.Alerts;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A score that fell is told to whom it is deep enough, and a profile that was said holds against the records.</summary>
public sealed class HealthNewsTests
{
    [Fact]
    public async Task NowAsync_FallAfterAMonthOfTheSame_IsTold()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        made.House.Time.Advance(TimeSpan.FromDays(30));
        await made.NowAsync();
        made.House.Time.Advance(TimeSpan.FromHours(1));
        made.Exam[ExamHouse.DmarcName] = ExamHouse.Weak;
        await made.NowAsync();

        Assert.Contains(AlertKind.HealthScoreDropped, (await RaisedAsync(made)).Select(alert => alert.Kind));
        var scores = (await made.ViewAsync()).Scores;
        Assert.Equal(2, scores.Count);
    }

    [Fact]
    public async Task NowAsync_DestinationsThatWantOtherFalls_OneAlertForEachThatIsReached()
    {
        await using var made = await ExamHouse.OpenAsync();
        foreach (var points in (int[])[5, 5, 10, 100])
        {
            await DestinationAsync(made, points);
        }
        await made.WeakenAsync();

        var falls = (await RaisedAsync(made)).Where(alert => alert.Kind == AlertKind.HealthScoreDropped).Select(alert => ScoreFall.Of(alert.Episode)).ToList();
        Assert.Equal([5, 10], falls.Select(fall => fall.Points).Order());
        Assert.Single(falls.Select(fall => fall.Top).Distinct());
    }

    [Fact]
    public async Task NowAsync_NobodyWantsSoSmallAFall_IsRaisedForNobody()
    {
        await using var made = await ExamHouse.OpenAsync();
        await DestinationAsync(made, 100);
        await made.WeakenAsync();
        Assert.DoesNotContain(AlertKind.HealthScoreDropped, (await RaisedAsync(made)).Select(alert => alert.Kind));
    }

    [Theory]
    [InlineData("12:7", 12, 7)]
    [InlineData("12", 12, 5)]
    public void Of_Episode_ReadsWhatWasWritten(string episode, long top, int points) => Assert.Equal(new ScoreFall(top, points), ScoreFall.Of(episode));

    [Fact]
    public async Task NowAsync_ProfileSaid_IsJudgedByItsRules()
    {
        await using var made = await ExamHouse.OpenAsync();
        var domains = made.House.Get<DomainAdministration>();
        var id = (await made.ViewAsync()).Domain.Id;
        Assert.Equal(DomainProfile.Sending, (await made.NowAsync()).Profile);
        Value(await domains.SetProfileAsync(Actor.System, made.Tenant, id, DomainProfile.Parked, default));
        Assert.Equal(DomainProfile.Parked, (await made.NowAsync()).Profile);
        Value(await domains.SetProfileAsync(Actor.System, made.Tenant, id, DomainProfile.Sending, default));
        var said = await made.NowAsync();
        Assert.Equal((DomainProfile.Sending, true), (said.Profile, (await made.ViewAsync()).Health!.Facts.IsProfileSaid));
    }

    private static async Task DestinationAsync(ExamHouse made, int points)
    {
        var draft = new AlertDraft(
            $"hook {Guid.NewGuid():N}", AlertDestinationKind.Webhook, "https://hooks.example/x", AlertFilter.All with { LeastDrop = points }, null, null, "UTC");
        Value(await made.House.Get<AlertAdministration>().AddAsync(Actor.System, made.Tenant, draft, default));
    }

    private static Task<IReadOnlyList<AlertRow>> RaisedAsync(ExamHouse made) =>
        made.House.Get<AlertReader>().ListDueAsync(made.Tenant, made.House.Time.GetUtcNow(), 20, default);
}
