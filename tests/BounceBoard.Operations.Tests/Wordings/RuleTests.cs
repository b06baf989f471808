using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Audit;
using BounceBoard.Storage.Incidents;
using Xunit;

namespace BounceBoard.Operations.Tests.Wordings;

public sealed class RuleTests : IAsyncLifetime
{
    private WordingHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await WordingHouse.OpenAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Save_ARule_JudgesWhatComesInAfterwardsInItsTenantOnly()
    {
        var rule = await _house.SaveAsync(WordingHouse.Moved);
        await _house.RefuseAsync(1);
        await _house.RefuseAsync(1, other: true);

        var (own, other) = (Assert.Single(await _house.RefusalsAsync()), Assert.Single(await _house.RefusalsAsync(_house.Other.Tenant)));

        Assert.Equal((BounceCategory.MailboxMoved, RefusalFamily.Mailbox, rule.Id, BounceCategory.SecurityError), (own.Category, own.Family, own.RuleId, own.ToldCategory));
        Assert.Equal((BounceCategory.SecurityError, null, null), (other.Category, other.RuleId, other.ToldCategory));
        Assert.Equal(RefusalFamily.Mailbox, (await _house.House.IncidentAsync()).Family);
        Assert.Empty(await _house.UnknownAsync());
        Assert.Single(await _house.UnknownAsync(tenant: _house.Other.Tenant));
    }

    [Fact]
    public async Task Save_ARule_StandsOverWhatTheHouseKnows()
    {
        await _house.SaveAsync(WordingHouse.Moved with { Pattern = "relaying denied", Domain = "example.test", Category = BounceCategory.PolicyViolation });
        await _house.RefuseAsync(1, "550 5.7.1 Relaying denied");

        Assert.Equal(BounceCategory.PolicyViolation, Assert.Single(await _house.RefusalsAsync()).Category);
    }

    [Fact]
    public async Task Save_SwitchRemove_TheListOfUnknownWordingsFollows()
    {
        await _house.RefuseAsync(1);
        var rule = await _house.SaveAsync(WordingHouse.Moved);
        Assert.Equal(rule.Id, Assert.Single(await _house.UnknownAsync(ruled: true)).RuleId);

        await _house.Rules.SwitchAsync(Actor.System, _house.One, rule.Id, false, default);
        Assert.Single(await _house.UnknownAsync(ruled: false));

        await _house.Rules.SwitchAsync(Actor.System, _house.One, rule.Id, true, default);
        Assert.Empty(await _house.UnknownAsync(ruled: false));

        await _house.Rules.RemoveAsync(Actor.System, _house.One, rule.Id, default);
        Assert.Single(await _house.UnknownAsync(ruled: false));
    }

    [Fact]
    public async Task Apply_ToStoredRefusals_GivesAndTakesBackExactly()
    {
        await _house.RefuseAsync(1);
        await _house.RefuseAsync(2);
        await _house.RefuseAsync(3, "550 5.7.1 Relaying denied");
        await _house.RefuseAsync(4, other: true);
        var before = await _house.RefusalsAsync();
        var rule = await _house.SaveAsync(WordingHouse.Moved);

        var reach = await _house.Application.ReachAsync(_house.One, rule.Id, default);
        var applied = await _house.Application.ApplyAsync(Actor.System, _house.One, rule.Id, default);

        Assert.Equal(new RuleReach(3, 2, 0, true), reach);
        Assert.True(applied.TryGet(out var changed));
        Assert.Equal(2, changed);
        Assert.Equal(0, (await _house.Application.ReachAsync(_house.One, rule.Id, default)).Changes);
        Assert.Equal(2, (await _house.RefusalsAsync()).Count(row => row.Category == BounceCategory.MailboxMoved && row.RuleId == rule.Id));
        Assert.Null(Assert.Single(await _house.RefusalsAsync(_house.Other.Tenant)).RuleId);
        Assert.Contains(await _house.House.Incidents.ListAsync(_house.One, IncidentFilter.All, default), incident => incident.Family == RefusalFamily.Policy);

        await _house.Rules.SwitchAsync(Actor.System, _house.One, rule.Id, false, default);
        Assert.Equal(new RuleReach(3, 0, 2, true), await _house.Application.ReachAsync(_house.One, rule.Id, default));
        await _house.Application.ApplyAsync(Actor.System, _house.One, rule.Id, default);
        Assert.Equal(before, await _house.RefusalsAsync());
    }

    [Fact]
    public async Task Apply_ThenTheSameMailAgain_TheCategoryStays()
    {
        await _house.RefuseAsync(1);
        var rule = await _house.SaveAsync(WordingHouse.Moved);
        await _house.Application.ApplyAsync(Actor.System, _house.One, rule.Id, default);
        await _house.RefuseAsync(1, WordingHouse.Said + " and more of it");

        var row = Assert.Single(await _house.RefusalsAsync());

        Assert.Equal((BounceCategory.MailboxMoved, rule.Id, BounceCategory.SecurityError), (row.Category, row.RuleId, row.ToldCategory));
    }

    [Fact]
    public async Task EveryChange_LeavesALine_WithBeforeAndAfterAndNobodyInFull()
    {
        await _house.RefuseAsync(1);
        var rule = await _house.SaveAsync(WordingHouse.Moved with { Pattern = "lodger of * moved out", Note = "asked jane.doe@example.test" });
        await _house.SaveAsync(WordingHouse.Moved with { Category = BounceCategory.InactiveMailbox }, rule.Id);
        await _house.Application.ApplyAsync(Actor.System, _house.One, rule.Id, default);
        await _house.Rules.SwitchAsync(Actor.System, _house.One, rule.Id, false, default);
        await _house.Rules.RemoveAsync(Actor.System, _house.One, rule.Id, default);

        var lines = await _house.House.Get<AuditReader>().ListAsync(_house.One, AuditFilter.All, 50, null, default);
        var own = lines.Where(line => line.Action.StartsWith("rule.", StringComparison.Ordinal)).Reverse().ToList();

        Assert.Equal(["rule.add", "rule.change", "rule.apply", "rule.switch", "rule.remove"], own.Select(line => line.Action));
        Assert.Contains("mailbox-moved", own[1].Detail, StringComparison.Ordinal);
        Assert.Contains("-> 'the lodger of * moved out' means inactive-mailbox", own[1].Detail, StringComparison.Ordinal);
        Assert.Equal("1 stored refusals (security-error -> inactive-mailbox: 1)", own[2].Detail);
        Assert.DoesNotContain(own, line => line.Detail.Contains("jane.doe", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("short", "", "", "")]
    [InlineData("the lodger moved", "250", "", "")]
    [InlineData("the lodger moved", "x", "", "")]
    [InlineData("the lodger moved", "", "5.7", "")]
    [InlineData("the lodger moved", "", "2.0.0", "")]
    [InlineData("the lodger moved", "", "", "not a domain")]
    public async Task Save_WhatIsNoRule_IsRefusedAndChangesNothing(string pattern, string code, string status, string domain)
    {
        var draft = new RuleDraft(pattern, code, status, domain, BounceCategory.Blocked, "");

        Assert.NotNull((await _house.Rules.SaveAsync(Actor.System, _house.One, null, draft, default)).Problem);
        Assert.NotNull((await _house.Application.PreviewAsync(_house.One, draft, default)).Problem);
        Assert.NotNull((await _house.Rules.SaveAsync(Actor.System, _house.One, null, WordingHouse.Moved with { Category = BounceCategory.Delivered }, default)).Problem);
        await _house.RefuseAsync(1);
        Assert.Null(Assert.Single(await _house.RefusalsAsync()).RuleId);
    }

    [Fact]
    public async Task Save_TheSameWordingTwiceOrARuleOfAnotherTenant_IsRefused()
    {
        var rule = await _house.SaveAsync(WordingHouse.Moved);
        var other = _house.Other.Tenant;

        Assert.NotNull((await _house.Rules.SaveAsync(Actor.System, _house.One, null, WordingHouse.Moved, default)).Problem);
        Assert.NotNull((await _house.Rules.SaveAsync(Actor.System, other, rule.Id, WordingHouse.Moved, default)).Problem);
        Assert.NotNull((await _house.Rules.SwitchAsync(Actor.System, other, rule.Id, false, default)).Problem);
        Assert.NotNull((await _house.Rules.RemoveAsync(Actor.System, other, rule.Id, default)).Problem);
        await _house.RefuseAsync(1, other: true);
        await _house.Application.ApplyAsync(Actor.System, other, rule.Id, default);
        Assert.Null(Assert.Single(await _house.RefusalsAsync(other)).RuleId);
    }

    [Fact]
    public async Task Preview_ADraft_LooksAtTheNewestAndWritesNothing()
    {
        await _house.RefuseAsync(1);
        await _house.RefuseAsync(2, "550 5.7.1 Relaying denied");

        var preview = await _house.Application.PreviewAsync(_house.One, WordingHouse.Moved, default);

        Assert.Equal((null, 2, 1), (preview.Problem, preview.Looked, preview.Matched));
        Assert.Contains("lodger", Assert.Single(preview.Examples), StringComparison.Ordinal);
        Assert.All(await _house.RefusalsAsync(), row => Assert.Null(row.RuleId));
    }

    [Theory]
    [InlineData(TenantRole.Admin, true)]
    [InlineData(TenantRole.Operator, true)]
    [InlineData(TenantRole.Approver, false)]
    [InlineData(TenantRole.Viewer, false)]
    public async Task Change_ByRole_AsTheMatrixSays(TenantRole role, bool allowed)
    {
        var rule = await _house.SaveAsync(WordingHouse.Moved);
        var person = await PersonAsync(role);

        Assert.Equal(allowed, (await _house.Rules.SaveAsync(person, _house.One, rule.Id, WordingHouse.Moved with { Note = "x" }, default)).Problem is null);
        await _house.RefuseAsync(1, "550 5.7.1 Relaying denied");
        Assert.Equal(allowed, (await _house.Rules.SwitchAsync(person, _house.One, rule.Id, false, default)).Problem is null);
        Assert.Equal(allowed, (await _house.Rules.RemoveAsync(person, _house.One, rule.Id, default)).Problem is null);
    }

    private async Task<Actor> PersonAsync(TenantRole role)
    {
        var name = $"{role}@msp.example".ToLowerInvariant();
        await _house.House.Get<UserAdministration>().AddAsync(Actor.System, _house.One, name, $"{role}", role, default);
        var user = await _house.House.Get<Storage.Users.UserReader>().FindByEmailAsync(UserRows.EmailKey(name), default);
        return new Actor(user?.Id, name, "web", InstallationRole.None);
    }
}
