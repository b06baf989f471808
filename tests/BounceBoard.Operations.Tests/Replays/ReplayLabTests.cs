using BounceBoard.Core.Addresses;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Replays;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Replays;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Replays;

/// <summary>The past is judged by what was known then, and looking at it changes nothing.</summary>
public sealed class ReplayLabTests
{
    private static readonly DateTimeOffset Day = new(2026, 5, 16, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Judge_UnderTheSameRules_EveryVerdictStandsAndNoRowChanges()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        await house.ReceiveAsync(ReplayDays.DeadMailbox.ToBytes());
        var before = await EveryRow.OfAsync(house.Database);

        var outcome = await JudgeAsync(house, 1);

        Assert.Equal((2, 2, 0, 0), (outcome.Judged, outcome.Standing, outcome.Undecided, outcome.Forgotten));
        Assert.Empty(outcome.Shown);
        Assert.True(outcome.IsWhole);
        Assert.Equal(before, await EveryRow.OfAsync(house.Database));
    }

    [Fact]
    public async Task Judge_AfterDnsMoved_ComparesWithTheAnswersOfThen()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        house.Time.Advance(TimeSpan.FromDays(1));
        house.Dns.Replace("example.test. 300 IN MX 10 mx2.example.test.", "mx2.example.test. 300 IN A 198.51.100.99");
        await house.Get<MxRefresh>().RefreshAsync(DomainName.Parse("example.test"), default);
        await house.Desk.DecideForDomainAsync(DomainName.Parse("example.test"), default);
        Assert.Equal(EndpointRelation.FormerMx, (await house.Verdicts.CurrentAsync(house.Tenant, (await house.IncidentAsync()).Id, default))?.Relation);

        var (then, later) = (await JudgeAsync(house, 1), await JudgeAsync(house, 3));

        Assert.Equal((1, 1), (then.Standing, later.Standing));
    }

    [Fact]
    public async Task Judge_WhatCameInLater_IsNotKnownYet()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(ReplayDays.DeadMailbox.ToBytes());
        await ReplayDays.SayAsync(house, Verdict.Retry);
        house.Time.Advance(TimeSpan.FromDays(1));
        for (var i = 0; i < 12; i++)
        {
            var at = house.Time.GetUtcNow().AddMinutes(-i);
            await house.ReceiveAsync((ReplayDays.DeadMailbox with { Recipient = $"p{i}@example.test", MessageId = $"later{i}@sender.test", At = at }).ToBytes());
        }
        Assert.Equal(13, (await house.IncidentAsync()).People);

        var differing = Assert.Single((await JudgeAsync(house, 1)).Shown);

        Assert.Equal((Verdict.Retry, 1), (differing.Then.Verdict, differing.People));
        Assert.DoesNotContain(differing.Difference.Added, reason => reason.Text.Contains("13", StringComparison.Ordinal));
        Assert.Equal(1, (await JudgeAsync(house, 2)).Standing);
    }

    [Fact]
    public async Task Judge_AVerdictOfOtherRules_ShowsWhatTheRulesOfTodaySayAndWhy()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var said = await house.Verdicts.CurrentAsync(house.Tenant, (await house.IncidentAsync()).Id, default);
        await ReplayDays.SayAsync(house, Verdict.Retry);
        var before = await EveryRow.OfAsync(house.Database);

        var outcome = await JudgeAsync(house, 1);

        var differing = Assert.Single(outcome.Shown);
        Assert.Equal([differing.Incident.Id], outcome.Differing);
        Assert.Equal((Verdict.Retry, said?.Verdict), (differing.Then.Verdict, differing.Now.Verdict));
        Assert.Equal(said?.Finding.Reasons.Select(reason => reason.Rule), differing.Difference.Added.Select(reason => reason.Rule));
        Assert.Equal([ReplayDays.OldRule], differing.Difference.Gone.Select(reason => reason.Rule));
        Assert.Equal(before, await EveryRow.OfAsync(house.Database));
    }

    [Theory]
    [InlineData(SuppressionMode.Automatic, 1)]
    [InlineData(SuppressionMode.Off, 0)]
    public async Task Judge_WhomTheRulesOfTodayWouldSuppress_AreCountedAndNotSuppressed(SuppressionMode mode, int added)
    {
        await using var house = await ReplayDays.OpenAsync(mode);
        await house.ReceiveAsync(ReplayDays.DeadMailbox.ToBytes());
        house.Time.Advance(TimeSpan.FromDays(3));
        await ReplayDays.SayAsync(house, Verdict.Retry);
        var before = await EveryRow.OfAsync(house.Database);

        var outcome = await JudgeAsync(house, 5);

        Assert.Equal(Verdict.Suppress, Assert.Single(outcome.Shown).Now.Verdict);
        Assert.Equal((0, added), (outcome.Held, outcome.Added));
        Assert.Equal(before, await EveryRow.OfAsync(house.Database));
    }

    [Fact]
    public async Task Judge_WhomTheRulesOfTodayWouldSpare_AreCountedAsHeldBack()
    {
        await using var house = await ReplayDays.OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync(ReplayDays.DeadMailbox.ToBytes());
        house.Time.Advance(TimeSpan.FromDays(3));
        await house.Parsing.ParseDueAsync(default);
        Assert.Equal(Verdict.Suppress, (await house.IncidentAsync()).Verdict);
        await ReplayDays.MeansAsync(house, "recipient address rejected");

        var outcome = await JudgeAsync(house, 5);

        Assert.NotEqual(Verdict.Suppress, Assert.Single(outcome.Shown).Now.Verdict);
        Assert.Equal((1, 0), (outcome.Held, outcome.Added));
    }

    [Fact]
    public async Task Judge_AnIncidentWithoutAVerdictAtTheEndOfTheRange_HasNothingToCompare()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync((new SampleDsn() with { At = Day.AddDays(-2).AddHours(3) }).ToBytes());

        var outcome = await house.Get<ReplayLab>().JudgeAsync(house.Tenant, new ReplayRange(Day.AddDays(-2), Day.AddDays(-1), null), new Progress<ReplayProgress>(), default);

        Assert.Equal((0, 1), (outcome.Judged, outcome.Undecided));
    }

    [Theory]
    [InlineData("example.test", 1)]
    [InlineData("example.net", 0)]
    [InlineData(null, 1)]
    public async Task Count_AScope_TakesItsIncidentsOnly(string? scope, int expected)
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        var other = await house.AddTenantAsync("other");

        var range = new ReplayRange(Day, Day.AddDays(1), scope);

        Assert.Equal(expected, await house.Get<ReplayLab>().CountAsync(house.Tenant, range, default));
        Assert.Equal(0, await house.Get<ReplayLab>().CountAsync(other.Tenant, range, default));
        Assert.Equal(0, await house.Get<ReplayLab>().CountAsync(house.Tenant, new ReplayRange(Day.AddDays(1), Day.AddDays(2), scope), default));
    }

    [Fact]
    public async Task Judge_Stopped_EndsAtOnce()
    {
        await using var house = await IntakeHouse.OpenAsync();
        await house.ReceiveAsync(new SampleDsn().ToBytes());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => house.Get<ReplayLab>().JudgeAsync(house.Tenant, new ReplayRange(Day, Day.AddDays(1), null), new Progress<ReplayProgress>(), stop.Token));
    }

    [Fact]
    public async Task Judge_MoreThanOnePart_LooksAtEachOnce()
    {
        await using var house = await IntakeHouse.OpenAsync();
        for (var i = 0; i < 53; i++)
        {
            await house.ReceiveAsync((new SampleDsn() with { Recipient = $"user@d{i}.test", MessageId = $"m{i}@sender.test", RemoteMta = $"mx.d{i}.test", RemoteIp = null }).ToBytes());
        }
        var incidents = await house.Incidents.CountAsync(house.Tenant, IncidentFilter.All, default);
        Assert.True(incidents > 50);

        Assert.Equal(incidents, (await JudgeAsync(house, 1)).Judged);
    }

    private static Task<ReplayOutcome> JudgeAsync(IntakeHouse house, int days) =>
        house.Get<ReplayLab>().JudgeAsync(house.Tenant, new ReplayRange(Day, Day.AddDays(days), null), new Progress<ReplayProgress>(), default);
}
