using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Incidents;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Verdicts;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Incidents;

public sealed class IncidentWorkTests : IAsyncDisposable
{
    private static readonly Dismissal Never = new(DismissUntil.Never, null, null, null);
    private readonly WorkHouse _house = new();

    [Fact]
    public async Task Acknowledge_Twice_TheFirstStandsAndOneLineIsWritten()
    {
        var (tenant, incident) = await OneAsync();
        var ann = await _house.House.MemberAsync("ann", tenant, TenantRole.Operator);
        Assert.Equal(1, Value(await _house.Get<IncidentAcknowledging>().AcknowledgeAsync(ann, tenant, [incident.Id], default)));
        Assert.NotNull((await _house.Get<IncidentAcknowledging>().AcknowledgeAsync(Actor.System, tenant, [incident.Id], default)).Problem);
        var row = await _house.ReadAsync(tenant, incident.Id);
        Assert.Equal((ann.Name, _house.House.Time.GetUtcNow(), IncidentState.Open), (row.AcknowledgedBy, row.AcknowledgedAt, row.State));
        Assert.Equal(ann.Name, Assert.Single(await _house.House.AuditAsync(tenant), line => line.Action == "incident.acknowledge").Actor);
    }

    [Fact]
    public async Task Assign_OnlyToMembersOfTheTenant()
    {
        var (tenant, incident) = await OneAsync();
        var ann = await _house.House.MemberAsync("ann", tenant, TenantRole.Operator);
        var stranger = await _house.House.MemberAsync("bob", await _house.House.TenantAsync("other"), TenantRole.Operator);
        var assigning = _house.Get<IncidentAssigning>();
        Assert.NotNull((await assigning.AssignAsync(ann, tenant, [incident.Id], stranger.UserId, default)).Problem);
        Assert.Equal(1, Value(await assigning.AssignAsync(ann, tenant, [incident.Id], ann.UserId, default)));
        Assert.NotNull((await assigning.AssignAsync(ann, tenant, [incident.Id], ann.UserId, default)).Problem);
        Assert.Equal(ann.UserId, (await _house.ReadAsync(tenant, incident.Id)).OwnerId);
        Assert.Equal(1, Value(await assigning.AssignAsync(ann, tenant, [incident.Id], null, default)));
    }

    [Fact]
    public async Task Note_Added_StaysAsWrittenAndItsTextIsNotInTheAuditLog()
    {
        var (tenant, incident) = await OneAsync();
        Value(await _house.Get<IncidentNoting>().AddAsync(Actor.System, tenant, incident.Id, " Asked the postmaster. ", default));
        Assert.NotNull((await _house.Get<IncidentNoting>().AddAsync(Actor.System, tenant, incident.Id, "  ", default)).Problem);
        var note = Assert.Single(await _house.Get<IncidentNoteReader>().ListAsync(tenant, incident.Id, 9, default));
        Assert.Equal(("Asked the postmaster.", "system"), (note.Text, note.Author));
        Assert.DoesNotContain(await _house.House.AuditAsync(tenant), line => line.Detail.Contains("postmaster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dismiss_WithoutReasonOrCondition_RefusedAndNothingMoves()
    {
        var (tenant, incident) = await OneAsync();
        var dismissing = _house.Get<IncidentDismissing>();
        Assert.NotNull((await dismissing.DismissAsync(Actor.System, tenant, [incident.Id], Never, " ", default)).Problem);
        Assert.NotNull((await dismissing.DismissAsync(Actor.System, tenant, [incident.Id], new(DismissUntil.People, null, null, null), "known", default)).Problem);
        Assert.Equal(IncidentState.Open, (await _house.ReadAsync(tenant, incident.Id)).State);
    }

    [Fact]
    public async Task Dismiss_UntilTwoMorePeople_OpensWithTheSecondAndNotWithALateReport()
    {
        var (tenant, incident) = await OneAsync();
        _house.House.Time.Advance(TimeSpan.FromHours(1));
        Value(await _house.Get<IncidentDismissing>().DismissAsync(Actor.System, tenant, [incident.Id], new(DismissUntil.People, null, 2, null), "known", default));
        _house.House.Time.Advance(TimeSpan.FromMinutes(5));
        await _house.RefuseAsync(tenant, "ben@example.test");
        await _house.RefuseAsync(tenant, "late@example.test", _house.House.Time.GetUtcNow().AddMinutes(-30));
        Assert.Equal(0, await _house.Get<DismissalWatch>().RunAsync(default));
        Assert.Equal(IncidentState.Dismissed, (await _house.ReadAsync(tenant, incident.Id)).State);
        await _house.RefuseAsync(tenant, "cyd@example.test");
        Assert.Equal(1, await _house.Get<DismissalWatch>().RunAsync(default));
        Assert.Equal(IncidentState.Open, (await _house.ReadAsync(tenant, incident.Id)).State);
        Assert.Equal(0, await _house.Get<DismissalWatch>().RunAsync(default));
    }

    [Fact]
    public async Task Dismiss_ForGood_OnlyAPersonOpensItAgain()
    {
        var (tenant, incident) = await OneAsync();
        Value(await _house.Get<IncidentAcknowledging>().AcknowledgeAsync(Actor.System, tenant, [incident.Id], default));
        Value(await _house.Get<IncidentDismissing>().DismissAsync(Actor.System, tenant, [incident.Id], Never, "known", default));
        _house.House.Time.Advance(TimeSpan.FromHours(1));
        await _house.RefuseAsync(tenant, "ben@example.test");
        Assert.Equal(0, await _house.Get<DismissalWatch>().RunAsync(default));
        Value(await _house.Get<IncidentReopening>().ReopenAsync(Actor.System, tenant, incident.Id, default));
        var row = await _house.ReadAsync(tenant, incident.Id);
        Assert.Equal((IncidentState.Open, null, null), (row.State, row.AcknowledgedAt, row.RegressedAt));
        Assert.NotNull((await _house.Get<IncidentReopening>().ReopenAsync(Actor.System, tenant, incident.Id, default)).Problem);
    }

    [Fact]
    public async Task Override_StandsBesideTheRulesAndIsTakenBackByARow()
    {
        var (tenant, incident) = await OneAsync();
        var overriding = _house.Get<VerdictOverriding>();
        Assert.NotNull((await overriding.OverrideAsync(Actor.System, tenant, incident.Id, null, "why", default)).Problem);
        Value(await overriding.OverrideAsync(Actor.System, tenant, incident.Id, Verdict.Retry, "they told us", default));
        Assert.NotNull((await overriding.OverrideAsync(Actor.System, tenant, incident.Id, Verdict.Retry, "again", default)).Problem);
        Value(await overriding.OverrideAsync(Actor.System, tenant, incident.Id, null, "wrong", default));
        var rows = await _house.Get<VerdictOverrideReader>().ListAsync(tenant, incident.Id, 9, default);
        Assert.Equal([Verdict.Retry, null], rows.Select(row => row.Verdict));
        Assert.Equal(incident.Verdict, (await _house.ReadAsync(tenant, incident.Id)).Verdict);
        Assert.Equal(2, (await _house.House.AuditAsync(tenant)).Count(line => line.Action == "verdict.override"));
    }

    [Theory]
    [InlineData(TenantRole.Approver)]
    [InlineData(TenantRole.Viewer)]
    public async Task Everything_RolesThatMayNot_Refused(TenantRole role)
    {
        var (tenant, incident) = await OneAsync();
        var actor = await _house.House.MemberAsync("person", tenant, role);
        Assert.NotNull((await _house.Get<IncidentAcknowledging>().AcknowledgeAsync(actor, tenant, [incident.Id], default)).Problem);
        Assert.NotNull((await _house.Get<IncidentAssigning>().AssignAsync(actor, tenant, [incident.Id], actor.UserId, default)).Problem);
        Assert.NotNull((await _house.Get<IncidentNoting>().AddAsync(actor, tenant, incident.Id, "x", default)).Problem);
        Assert.NotNull((await _house.Get<IncidentDismissing>().DismissAsync(actor, tenant, [incident.Id], Never, "x", default)).Problem);
        Assert.NotNull((await _house.Get<IncidentReopening>().ReopenAsync(actor, tenant, incident.Id, default)).Problem);
        Assert.NotNull((await _house.Get<IncidentMerging>().MergeAsync(actor, tenant, incident.Id, 2, default)).Problem);
        Assert.NotNull((await _house.Get<IncidentMerging>().SplitAsync(actor, tenant, incident.Id, default)).Problem);
        Assert.NotNull((await _house.Get<VerdictOverriding>().OverrideAsync(actor, tenant, incident.Id, Verdict.Retry, "x", default)).Problem);
        Assert.DoesNotContain(await _house.House.AuditAsync(tenant), line => line.Action.StartsWith("incident.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_WithAnotherTenantsIncident_RefusedAndNothingMoves()
    {
        var (tenant, incident) = await OneAsync();
        var other = await _house.House.TenantAsync("other");
        Assert.NotNull((await _house.Get<IncidentAcknowledging>().AcknowledgeAsync(Actor.System, other, [incident.Id], default)).Problem);
        Assert.NotNull((await _house.Get<IncidentAssigning>().AssignAsync(Actor.System, other, [incident.Id], null, default)).Problem);
        Assert.NotNull((await _house.Get<IncidentNoting>().AddAsync(Actor.System, other, incident.Id, "x", default)).Problem);
        Assert.NotNull((await _house.Get<IncidentDismissing>().DismissAsync(Actor.System, other, [incident.Id], Never, "x", default)).Problem);
        Assert.NotNull((await _house.Get<VerdictOverriding>().OverrideAsync(Actor.System, other, incident.Id, Verdict.Retry, "x", default)).Problem);
        Assert.Equal(incident, await _house.ReadAsync(tenant, incident.Id));
    }

    [Fact]
    public async Task SavedViews_OfOnePerson_AreTheirsInThatTenantOnly()
    {
        var (tenant, _) = await OneAsync();
        var ann = await _house.House.MemberAsync("ann", tenant, TenantRole.Viewer);
        var bob = await _house.House.MemberAsync("bob", tenant, TenantRole.Viewer);
        var table = _house.Get<SavedViewReader>();
        Value(await _house.Get<SavedViews>().SaveAsync(ann, tenant, "mine", "is:open owner:me", default));
        Value(await _house.Get<SavedViews>().SaveAsync(ann, tenant, "mine", "is:open", default));
        Assert.Equal(("mine", "is:open"), Assert.Single((await table.ListAsync(tenant, ann.UserId ?? 0, default)).Select(view => (view.Name, view.Query))));
        Assert.Empty(await table.ListAsync(tenant, bob.UserId ?? 0, default));
        Assert.NotNull((await _house.Get<SavedViews>().RemoveAsync(bob, tenant, "mine", default)).Problem);
        Assert.NotNull((await _house.Get<SavedViews>().SaveAsync(ann, await _house.House.TenantAsync("other"), "x", "", default)).Problem);
        Value(await _house.Get<SavedViews>().RemoveAsync(ann, tenant, "mine", default));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task<(TenantId Tenant, IncidentRow Incident)> OneAsync()
    {
        var tenant = await _house.House.TenantAsync("acme");
        return (tenant, await _house.RefuseAsync(tenant, "ann@example.test"));
    }
}
