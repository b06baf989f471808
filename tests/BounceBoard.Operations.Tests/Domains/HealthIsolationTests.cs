using BounceBoard.Operations.Domains;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>What one tenant's domain was found to be is nowhere in another tenant, whatever is asked with its own ids, and though both send from one domain.</summary>
public sealed class HealthIsolationTests
{
    [Fact]
    public async Task Readers_AskedByAnotherTenant_AnswerNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var share = Value(await made.House.Get<ShareDesk>().CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 7, default));
        var exam = Assert.IsType<ExamRow>((await made.ViewAsync()).Exam);
        var other = await made.House.TenantAsync("other");
        var (exams, issues, shares) = (made.House.Get<ExamReader>(), made.House.Get<DomainIssueReader>(), made.House.Get<DomainShareReader>());

        Assert.Null(await exams.LatestAsync(other, exam.DomainId, default));
        Assert.Null(await exams.AtAsync(other, exam.DomainId, exam.At, default));
        Assert.Null(await exams.FindAsync(other, exam.Id, default));
        Assert.Empty(await exams.ListAsync(other, exam.DomainId, 10, default));
        Assert.Empty(await exams.ListLatestAsync(other, default));
        Assert.Empty(await exams.ScoresAsync(other, exam.DomainId, DateTimeOffset.UnixEpoch, default));
        Assert.Empty(await issues.ListAsync(other, exam.DomainId, default));
        Assert.Empty(await issues.ListOpenAsync(other, 10, default));
        Assert.Null(await issues.FindAsync(other, exam.DomainId, issue.Key, default));
        Assert.Empty(await shares.ListAsync(other, exam.DomainId, default));
        Assert.Null(await shares.FindAsync(other, share.Id, default));
        Assert.Null(await made.House.Get<DomainReader>().FindAsync(other, exam.DomainId, default));
        // The same questions find it where it belongs.
        Assert.NotNull(await exams.FindAsync(made.Tenant, exam.Id, default));
        Assert.NotNull(await issues.FindAsync(made.Tenant, exam.DomainId, issue.Key, default));
        Assert.NotNull(await shares.FindAsync(made.Tenant, share.Id, default));
    }

    [Fact]
    public async Task Reading_OfATenantThatSendsFromTheSameDomain_KnowsNothingOfTheOther()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var other = await made.House.TenantAsync("other");
        Value(await made.House.Get<DomainAdministration>().AddAsync(Actor.System, other, ExamHouse.Domain.Value, [], default));

        var view = Assert.IsType<HealthView>(await made.Reading.FindAsync(other, ExamHouse.Domain, default));
        Assert.Null(view.Exam);
        Assert.Null(view.Health);
        Assert.Empty(view.Issues);
        Assert.Empty(view.Scores);
        Assert.Null(Assert.Single(await made.Reading.ListAsync(other, default)).Exam);
        Assert.Null(await made.Reading.AtAsync(other, ExamHouse.Domain, made.House.Time.GetUtcNow(), default));
        Assert.Empty(await made.House.Get<ShareDesk>().ListAsync(other, ExamHouse.Domain, default));
        Assert.NotNull((await made.Issues.AcceptAsync(Actor.System, other, ExamHouse.Domain, issue.Key, "as it is", default)).Problem);
        Assert.NotNull((await made.Issues.VerifyAsync(Actor.System, other, ExamHouse.Domain, issue.Key, default)).Problem);
    }

    [Fact]
    public async Task Writers_WithAnotherTenant_ChangeNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var share = Value(await made.House.Get<ShareDesk>().CreateAsync(Actor.System, made.Tenant, ExamHouse.Domain, 7, default));
        var exam = Assert.IsType<ExamRow>((await made.ViewAsync()).Exam);
        var (other, now) = (await made.House.TenantAsync("other"), made.House.Time.GetUtcNow().AddYears(1));

        await made.House.Database.WriteAsync(
            async transaction =>
            {
                Assert.False(await made.House.Get<DomainIssueWriter>().TryMoveAsync(other, issue, issue.State, transaction, default));
                Assert.False(await made.House.Get<DomainShareWriter>().RevokeAsync(other, share.Id, now, transaction, default));
                Assert.False(await made.House.Get<ExamClaimWriter>().HoldsAsync(other, exam.DomainId, DateTimeOffset.UnixEpoch, transaction, default));
                Assert.Empty(await made.House.Get<ExamClaimWriter>().ClaimDueAsync(other, now, now.AddMinutes(5), 10, transaction, default));
                await made.House.Get<ExamWriter>().TouchAsync(other, exam.Id, now, transaction, default);
                Assert.False(await made.House.Get<DomainWriter>().RemoveAsync(other, exam.DomainId, transaction, default));
            },
            default);

        Assert.Equal(exam.SeenUntil, (await made.ViewAsync()).Exam?.SeenUntil);
        Assert.NotNull(await made.House.Get<ShareDesk>().OpenAsync(share.Token, default));
    }
}
