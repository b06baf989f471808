using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Evidence;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.MxObservations;
using BounceBoard.Storage.Replays;
using BounceBoard.Storage.Suppressions;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;
using BounceBoard.TestKit.Storage;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>What pages and jobs read is found by an index, however much there is.</summary>
public sealed class PlanTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private Database.Database Database => _facts.Database;

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        await PlanRows.AddAsync(_facts);
        if (Database.Dialect.Provider == StorageProvider.PostgreSql)
        {
            await _facts.RunAsync("ANALYZE");
        }
    }

    [Fact]
    public async Task Refusals_EveryReader_FollowsAnIndex()
    {
        var reader = new RefusalReader(Database);
        await FollowsAsync(() => reader.FindAsync(One, 5, default));
        await FollowsAsync(() => reader.ListByIncidentAsync(One, 5, 50, null, default));
        await FollowsAsync(() => reader.ListByIncidentAsync(One, 10, 50, 10, default));
        await FollowsAsync(() => reader.ListByEvidenceAsync(One, 5, 50, default));
        await FollowsAsync(() => reader.ListByPersonAsync(One, "p5@d.example", 50, default));
        await FollowsAsync(() => new IncidentFacetReader(Database).OfIncidentAsync(One, 5, 1000, default));
    }

    [Fact]
    public async Task Refusals_WhatFilingLooksUp_FollowsAnIndex()
    {
        var (writer, near) = (new RefusalWriter(), new RefusalSearch(false, ["p5@d.example"], T0, T0, 1, ["m5"], ["q5"], [5], [5]));
        await FollowsAsync(() => Database.WriteAsync(
            async transaction =>
            {
                await writer.FindByKeyAsync(One, ["f5"], 1, transaction, default);
                await writer.FindNearAsync(One, near, 50, transaction, default);
                await writer.VerifiedMessagesAsync(One, ["m5"], transaction, default);
            },
            default));
    }

    [Fact]
    public async Task Evidence_EveryReader_FollowsAnIndex()
    {
        var reader = new EvidenceReader(Database);
        await FollowsAsync(() => reader.FindAsync(One, 5, default));
        await FollowsAsync(() => reader.ListAsync(One, EvidenceFilter.All, 50, null, default));
        await FollowsAsync(() => reader.ListAsync(One, new EvidenceFilter(EvidenceState.Quarantined), 50, 900, default));
        await FollowsAsync(() => reader.ListAsync(One, new EvidenceFilter(EvidenceState.Received), 50, null, default));
        await FollowsAsync(() => reader.ListAsync(One, new EvidenceFilter(Kind: EvidenceKind.Transcript), 50, 900, default));
        await FollowsAsync(() => reader.ListByRefusalAsync(One, 5, default));
        await FollowsAsync(() => reader.IdsOfRefusalsAsync(One, [5, 7], default));
        await FollowsAsync(() => reader.ContentAsync(One, 5, default));
        await FollowsAsync(() => reader.CountsAsync(One, default));
        await FollowsAsync(() => reader.CountsBySourceAsync(One, default));
        await FollowsAsync(() => new DueEvidenceReader(Database).TenantsAsync(T0, default));
        await FollowsAsync(() => new DueEvidenceReader(Database).ListStreamBeforeAsync(One, "s5", 3, 2, 1000, default));
    }

    [Fact]
    public async Task Incidents_EveryReader_FollowsAnIndex()
    {
        var reader = new IncidentReader(Database);
        var all = new IncidentFilter
        {
            Verdict = Verdict.Retry,
            Cause = Cause.WrongMx,
            State = IncidentState.Open,
            Family = RefusalFamily.Relay,
            ScopeName = "d5.example",
            Text = "x",
            From = T0,
            Until = T0,
        };
        foreach (var filter in (IncidentFilter[])[new() { OnlyOpen = true }, .. Enum.GetValues<IncidentSort>().Select(sort => new IncidentFilter { Sort = sort }), all])
        {
            await FollowsAsync(() => reader.ListAsync(One, filter, default));
            await FollowsAsync(() => reader.CountAsync(One, filter, default));
            await FollowsAsync(() => new IncidentFacetReader(Database).CountsAsync(One, filter, default));
        }
        await FollowsAsync(() => reader.FindByNumberAsync(One, 5, default));
        await FollowsAsync(() => reader.HourlyAsync(One, [5, 7], T0, default));
        await FollowsAsync(() => reader.CountsByVerdictAsync(One, default));
        await FollowsAsync(() => new IncidentPersonReader(Database).ListAsync(One, 5, 50, "p", default));
        await FollowsAsync(() => new IncidentPersonReader(Database).CountAtScopeAsync(One, IncidentScope.RecipientDomain, "d5.example", T0, default));
        await FollowsAsync(() => new DueIncidentReader(Database).TenantsAsync(T0, default));
        await FollowsAsync(() => new DueIncidentReader(Database).ListByDomainAsync("d5.example", T0, default));
        await FollowsAsync(() => new VerdictReader(Database).CurrentOfAsync(One, [], default));
        await FollowsAsync(() => new ReplayReader(Database).CountAsync(One, new ReplayRange(T0, T0.AddDays(1), "d5.example"), 50, default));
        await FollowsAsync(() => new ReplayReader(Database).ListAsync(One, new ReplayRange(T0, T0.AddDays(1), null), 50, 900, default));
        await FollowsAsync(() => new ReplayReader(Database).VerdictsBeforeAsync(One, [], T0, default));
        await FollowsAsync(() => new ReplayReader(Database).KnownAsync(One, 5, T0, 1000, default));
        await FollowsAsync(() => new ReplayReader(Database).LaterAsync(One, 5, T0, default));
        await FollowsAsync(() => new WatchTargetReader(Database).RefusingAddressesAsync(DomainName.Parse("d5.example"), T0, 9, default));
    }

    [Fact]
    public async Task Counts_EveryReader_FollowsAnIndex()
    {
        var reader = new DeliveryHourReader(Database);
        await FollowsAsync(() => reader.ByPoolAsync(One, "d5.example", T0, T0, default));
        await FollowsAsync(() => reader.ByCaseAsync(One, "d5.example", T0, T0, default));
        var scopes = new ScopeReader(Database);
        await FollowsAsync(() => scopes.HoursAsync(One, "d5.example", T0, default));
        await FollowsAsync(() => scopes.DomainsAsync(One, 5, default));
        await FollowsAsync(() => scopes.DeliveredAsync(One, ["d5.example"], T0, ScopeWay.Any, default));
        await FollowsAsync(() => scopes.DeliveredAsync(One, ["d5.example"], T0, new ScopeWay("tx", "192.0.2.7", true), default));
        await FollowsAsync(() => scopes.WaysAsync(One, ["d5.example"], T0, T0, default));
        await FollowsAsync(() => scopes.WaysByHourAsync(One, ["d5.example"], T0, default));
        await FollowsAsync(() => scopes.CountedAsync(One, T0, default));
        await FollowsAsync(() => new OtherSendersReader(Database).HoursAsync(One, IncidentScope.RecipientDomain, "d5.example", T0, T0, default));
        await FollowsAsync(() => new OtherSendersReader(Database).CountAsync(One, IncidentScope.RecipientDomain, "d5.example", T0, T0, default));
        await FollowsAsync(() => new OtherSendersReader(Database).ListAsync(T0, T0, default));
        await FollowsAsync(() => new TenantReader(Database, TimeProvider.System).OverviewAsync(null, default));
        await FollowsAsync(() => new TenantReader(Database, TimeProvider.System).OverviewAsync([One], default));
    }

    [Fact]
    public async Task Suppressions_WhatASenderAsks_IsOneLookIntoTheKey()
    {
        var reader = new SuppressionReader(Database);
        await FollowsAsync(() => reader.AnswerAsync(One, "p5@d.example", default));
        var sql = Assert.Single(await SeenStatements.OfAsync(() => reader.AnswerAsync(One, "p5@d.example", default)));

        var plan = await StatementPlan.OfAsync(Database, sql);

        Assert.Matches(@"tenant_id=\? AND recipient_key=\?|tenant_id = .* AND .*recipient_key = ", string.Join('\n', plan));
    }

    [Fact]
    public async Task Suppressions_ListsAndChanges_FollowTheOrderOfAnIndex()
    {
        var reader = new SuppressionReader(Database);
        await FollowsAsync(() => reader.ListAsync(One, SuppressionFilter.All, 50, null, default));
        await FollowsAsync(() => reader.ListAsync(One, new SuppressionFilter { State = SuppressionState.Held }, 50, 900, default));
        await FollowsAsync(() => reader.ChangesAsync(One, true, 0, 900, 50, default));
        await FollowsAsync(() => reader.ChangesAsync(One, false, 900, null, 50, default));
        await FollowsAsync(() => reader.LatestAsync(One, default));
        await FollowsAsync(() => reader.WindowsAsync(One, default));
        await FollowsAsync(() => reader.FindAsync(One, ["p5@d.example", "p7@d.example"], default));
    }

    [Theory]
    [InlineData("SELECT id FROM refusal r WHERE r.tenant_id = @tenant AND r.status = @status ORDER BY r.ingested_at LIMIT 5")]
    [InlineData("SELECT COUNT(*) FROM refusal r WHERE r.status = @status")]
    [InlineData("SELECT COUNT(*) FROM evidence")]
    public async Task WithoutAnIndex_IsFound(string sql) =>
        Assert.NotEmpty(PlanFaults.In(sql, await StatementPlan.OfAsync(Database, sql)));

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task FollowsAsync(Func<Task> read) => FollowedPlan.AssertAsync(Database, read);
}
