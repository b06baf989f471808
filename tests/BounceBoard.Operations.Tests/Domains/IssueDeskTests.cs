using BounceBoard.Core.Domains.Issues;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>Only an examination closes an issue; people put it off, accept it, take it back.</summary>
public sealed class IssueDeskTests
{
    [Fact]
    public async Task VerifyAsync_RecordMended_ClosesTheIssueAndLeavesALine()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var still = Value(await made.Issues.VerifyAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, default));
        Assert.False(still.IsGone);
        Assert.NotEmpty(still.Evidence);
        made.Exam[ExamHouse.DmarcName] = ExamHouse.Strong;

        var answer = Value(await made.Issues.VerifyAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, default));

        Assert.True(answer.IsGone);
        Assert.Equal(IssueState.Fixed, await StateAsync(made, issue.Key));
        Assert.Equal(("issue.verify", "Gone"), (await made.House.AuditAsync(made.Tenant)).Select(row => (row.Action, row.Detail)).First());
    }

    [Fact]
    public async Task VerifyAsync_NoAnswer_LeavesTheIssueOpen()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        made.Exam.Silent.Add(ExamHouse.DmarcName);
        Assert.Equal(IssueSighting.Unknown, Value(await made.Issues.VerifyAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, default)).Sighting);
        Assert.Equal(IssueState.Open, await StateAsync(made, issue.Key));
    }

    [Fact]
    public async Task SnoozeAsync_UntilTheDay_OpensByItself()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var now = made.House.Time.GetUtcNow();
        Assert.NotNull((await made.Issues.SnoozeAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, now, default)).Problem);
        Value(await made.Issues.SnoozeAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, now.AddDays(2), default));
        made.House.Time.Advance(TimeSpan.FromDays(1));
        await made.NowAsync();
        Assert.Equal(IssueState.Snoozed, await StateAsync(made, issue.Key));
        made.House.Time.Advance(TimeSpan.FromDays(1));
        await made.NowAsync();
        Assert.Equal(IssueState.Open, await StateAsync(made, issue.Key));
    }

    [Fact]
    public async Task AcceptAsync_ThenGoneAndBack_IsOpenAgain()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        Assert.NotNull((await made.Issues.AcceptAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, " ", default)).Problem);
        Value(await made.Issues.AcceptAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, "a newsletter still lacks keys", default));
        await made.NowAsync();
        Assert.Equal(IssueState.Accepted, await StateAsync(made, issue.Key));
        Assert.NotNull((await made.Issues.AcceptAsync(Actor.System, made.Tenant, ExamHouse.Domain, issue.Key, "twice", default)).Problem);

        foreach (var (record, state) in ((string, IssueState)[])[(ExamHouse.Strong, IssueState.Fixed), (ExamHouse.Weak, IssueState.Open)])
        {
            made.House.Time.Advance(TimeSpan.FromHours(1));
            made.Exam[ExamHouse.DmarcName] = record;
            await made.NowAsync();
            Assert.Equal(state, await StateAsync(made, issue.Key));
        }
    }

    [Fact]
    public async Task Everything_EachRoleAndForeignTenant_AsTheMatrix()
    {
        await using var made = await ExamHouse.OpenAsync();
        var issue = await made.WeakenAsync();
        var other = await made.House.TenantAsync("other");
        foreach (var role in Enum.GetValues<TenantRole>())
        {
            var actor = await made.House.MemberAsync($"person-{role}", made.Tenant, role);
            var may = role is TenantRole.Admin or TenantRole.Technician;
            Assert.Equal(may, (await made.Issues.AcceptAsync(actor, made.Tenant, ExamHouse.Domain, issue.Key, "as it is", default)).Problem is null);
            Assert.Equal(may, (await made.Issues.ReopenAsync(actor, made.Tenant, ExamHouse.Domain, issue.Key, default)).Problem is null);
            var mayVerify = may || role == TenantRole.Operator;
            Assert.Equal(mayVerify, (await made.Issues.VerifyAsync(actor, made.Tenant, ExamHouse.Domain, issue.Key, default)).Problem is null);
            Assert.NotNull((await made.Issues.AcceptAsync(actor, other, ExamHouse.Domain, issue.Key, "as it is", default)).Problem);
        }
    }

    private static async Task<IssueState> StateAsync(ExamHouse made, string key) =>
        (await made.ViewAsync()).Issues.Single(issue => issue.Key == key).State;
}
