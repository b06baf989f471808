using BounceBoard.Core.Addresses;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.Domains.Exams;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Retention;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Tenants;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>Examinations are made when due, once each, and kept when they say something new.</summary>
public sealed class ExamDeskTests
{
    [Fact]
    public async Task NowAsync_SameAgain_KeepsOneExaminationThatHeldLonger()
    {
        await using var made = await ExamHouse.OpenAsync();
        var first = await made.NowAsync();
        made.House.Time.Advance(TimeSpan.FromMinutes(5));
        var second = await made.NowAsync();

        Assert.Equal((first.Id, first.At), (second.Id, second.At));
        var view = await made.ViewAsync();
        Assert.Equal((ExamTrigger.Manual, made.House.Time.GetUtcNow()), (view.Exam!.Trigger, view.Exam.SeenUntil));
        Assert.Single(view.Scores);
        Assert.Equal(view.Exam.Score, view.Health!.Score.Value);
        Assert.Equal(view.Health.Issues.Select(issue => issue.Key).Order(), view.Issues.Select(issue => issue.Key).Order());
        Assert.NotEmpty(view.Exam.Areas);
    }

    [Fact]
    public async Task NowAsync_PolicyTakenAway_LowersTheScoreOpensIssuesAndTells()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();

        var view = await made.ViewAsync();
        Assert.Equal(2, view.Scores.Count);
        Assert.True(view.Exam!.Score < view.PreviousScore);
        Assert.Equal(view.Exam.At, issue.OpenedAt);
        var alerts = await made.House.Get<AlertReader>().ListDueAsync(made.Tenant, made.House.Time.GetUtcNow(), 10, default);
        Assert.Equal([AlertKind.HealthScoreDropped, AlertKind.HealthIssueNew], alerts.Select(alert => alert.Kind).OrderBy(kind => kind));
    }

    [Fact]
    public async Task NowAsync_FirstExamination_TellsNobody()
    {
        await using var made = await ExamHouse.OpenAsync();
        made.Exam[ExamHouse.DmarcName] = ExamHouse.Weak;
        await made.NowAsync();
        Assert.Empty(await made.House.Get<AlertReader>().ListDueAsync(made.Tenant, made.House.Time.GetUtcNow(), 10, default));
    }

    [Fact]
    public async Task NowAsync_ForeignTenantSampleOrViewer_Refused()
    {
        await using var made = await ExamHouse.OpenAsync();
        var other = await made.House.TenantAsync("other");
        var viewer = await made.House.MemberAsync("viewer", made.Tenant, TenantRole.Viewer);
        Assert.NotNull((await made.Desk.NowAsync(Actor.System, other, ExamHouse.Domain, default)).Problem);
        Assert.NotNull((await made.Desk.NowAsync(viewer, made.Tenant, ExamHouse.Domain, default)).Problem);
        Assert.Equal(0, made.Exam.Whole);
        Assert.Null(await made.Reading.FindAsync(other, ExamHouse.Domain, default));
    }

    [Fact]
    public async Task ExamineDueAsync_TwoNodesAtOnce_EachDomainOnce()
    {
        await using var made = await ExamHouse.OpenAsync();
        for (var number = 0; number < 9; number++)
        {
            Value(await made.House.Get<DomainAdministration>().AddAsync(Actor.System, made.Tenant, $"d{number}.example", [], default));
        }
        var other = made.NewDesk();

        var done = await Task.WhenAll(made.Desk.ExamineDueAsync(default), other.ExamineDueAsync(default));

        Assert.Equal(10, done.Sum());
        Assert.Equal(10, made.Exam.Whole);
        Assert.All(await made.Reading.ListAsync(made.Tenant, default), line => Assert.Equal(ExamTrigger.Added, line.Exam?.Trigger));
        Assert.Equal(0, await made.Desk.ExamineDueAsync(default));
    }

    [Fact]
    public async Task ExamineDueAsync_OverADay_AsksDnsHourlyAndEverythingDaily()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.Desk.ExamineDueAsync(default);
        for (var round = 0; round < 6; round++)
        {
            made.House.Time.Advance(TimeSpan.FromMinutes(67));
            await made.Desk.ExamineDueAsync(default);
        }
        Assert.Equal((1, 6), (made.Exam.Whole, made.Exam.DnsOnly));
        made.House.Time.Advance(TimeSpan.FromHours(18));
        await made.Desk.ExamineDueAsync(default);
        Assert.Equal((2, 6), (made.Exam.Whole, made.Exam.DnsOnly));
        Assert.Single((await made.ViewAsync()).Scores);
    }

    [Fact]
    public async Task ExamineDueAsync_DnsSeenToChange_IsDueAtOnce()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.Desk.ExamineDueAsync(default);
        made.House.Time.Advance(TimeSpan.FromMinutes(2));
        await made.Desk.HurryAsync([DomainName.Parse("other.example")], default);
        Assert.Equal(0, await made.Desk.ExamineDueAsync(default));
        await made.Desk.HurryAsync([ExamHouse.Domain], default);
        Assert.Equal(1, await made.Desk.ExamineDueAsync(default));
    }

    [Fact]
    public async Task ExamineDueAsync_SampleTenant_AsksNobody()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        var (now, demo) = (made.House.Time.GetUtcNow(), new TenantId(RowIds.Next(made.House.Time.GetUtcNow())));
        await made.House.Database.WriteAsync(
            async transaction =>
            {
                await new TenantWriter().AddAsync(
                    new TenantRow { Id = demo, Slug = "sample", Name = "Sample", State = TenantState.Active, IsDemo = true, CreatedAt = now }, transaction, default);
                await new DomainWriter().AddAsync(
                    demo, new DomainRow { TenantId = demo, Id = RowIds.Next(now), Name = "example.org", AddedAt = now }, transaction, default);
            },
            default);
        Assert.Equal(0, await made.Desk.ExamineDueAsync(default));
        Assert.NotNull((await made.Desk.NowAsync(Actor.System, demo, DomainName.Parse("example.org"), default)).Problem);
        Assert.Equal(1, made.Exam.Whole);
    }

    [Fact]
    public async Task Reading_OfATimeAndOfChanges_SaysWhatWasKnownThen()
    {
        await using var made = await ExamHouse.OpenAsync();
        var start = made.House.Time.GetUtcNow();
        await made.WeakenAsync();

        Assert.Null(await made.Reading.AtAsync(made.Tenant, ExamHouse.Domain, start.AddMinutes(-1), default));
        var then = await made.Reading.AtAsync(made.Tenant, ExamHouse.Domain, start.AddMinutes(30), default);
        Assert.Equal(start, then!.Exam.At);
        var change = Assert.Single(await made.Reading.ChangesAsync(made.Tenant, ExamHouse.Domain, default));
        Assert.Equal((ExamHouse.DmarcName, ExamHouse.Strong, ExamHouse.Weak), (change.Name, change.Before[0], change.After[0]));
    }

    [Fact]
    public async Task Retention_OldExaminations_LeaveTheLastOfEachDomain()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.WeakenAsync();
        // Ids of one process only rise, and another test may have lived in a later year.
        await made.House.Database.RunAsync("UPDATE domain_exam SET id = at * 2097152");
        Value(await made.House.Get<RetentionAdministration>().SetAsync(Actor.System, made.Tenant, 10, default));
        made.House.Time.Advance(TimeSpan.FromDays(30));
        await made.House.Get<RetentionSweep>().RunAsync(default);

        var view = await made.ViewAsync();
        Assert.Single(await made.House.Get<ExamReader>().ListAsync(made.Tenant, view.Domain.Id, 10, default));
        Assert.NotNull(view.Health);
    }

    [Fact]
    public async Task RemoveAsync_ExaminedDomain_TakesItsHistoryAlong()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.WeakenAsync();
        var domain = (await made.ViewAsync()).Domain;
        Value(await made.House.Get<DomainAdministration>().RemoveAsync(Actor.System, made.Tenant, domain.Id, default));
        Assert.Null(await made.House.Get<ExamReader>().LatestAsync(made.Tenant, domain.Id, default));
        Assert.Empty(await made.House.Get<DomainIssueReader>().ListAsync(made.Tenant, domain.Id, default));
    }
}
