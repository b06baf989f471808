using System.Data.Common;
using System.Net;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Bounces;

public sealed class RefusalTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;
    private long _incident;

    private RefusalReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        _incident = await _facts.OpenAsync();
    }

    [Fact]
    public async Task Add_SameFoldKey_RefusedInOneTenantAndFreeInAnother()
    {
        await _facts.RefuseAsync(Refusal(1, _incident, foldKey: "same"));
        var fault = await Assert.ThrowsAnyAsync<DbException>(() => _facts.RefuseAsync(Refusal(2, _incident, foldKey: "same")));
        Assert.Equal(StorageFault.Data, StorageFaults.Of(fault));
        var elsewhere = await _facts.OpenAsync(tenant: Two);
        await _facts.Database.WriteAsync(
            transaction => new RefusalWriter().AddAsync(Two, [Refusal(2, elsewhere, foldKey: "same")], transaction, default), default);
        Assert.NotNull(await Reader.FindAsync(Two, 2, default));
    }

    [Fact]
    public async Task Add_IncidentOfAnotherTenant_Refused() =>
        await Assert.ThrowsAnyAsync<DbException>(() => _facts.Database.WriteAsync(
            transaction => new RefusalWriter().AddAsync(Two, [Refusal(1, _incident)], transaction, default), default));

    [Fact]
    public async Task ListByIncident_PagedThroughEqualTimes_EveryRowOnceLatestFirst()
    {
        await _facts.RefuseAsync([Refusal(1, _incident, minute: 9), .. Enumerable.Range(2, 4).Select(id => Refusal(id, _incident, minute: 5)), Refusal(6, _incident)]);
        var seen = new List<long>();
        long? before = null;
        while (await Reader.ListByIncidentAsync(One, _incident, 2, before, default) is { Count: > 0 } page)
        {
            seen.AddRange(page.Select(row => row.Id));
            before = page[^1].Id;
        }
        Assert.Equal([1, 5, 4, 3, 2, 6], seen);
    }

    [Fact]
    public async Task FindNear_SamePersonInTheRange_OnlyWhatSharesAnIdOrASecond()
    {
        await _facts.RefuseAsync(
            Refusal(1, _incident), Refusal(2, _incident, minute: 1), Refusal(3, _incident, "bob@example.net"), Refusal(4, _incident, minute: 30));
        await _facts.RefuseAsync(Refusal(5, _incident, minute: 2) with { QueueId = "q5" });
        await _facts.RefuseAsync(Refusal(6, _incident, minute: 3) with { MessageId = null });
        await _facts.RefuseAsync(Refusal(7, _incident) with { Permanent = false });
        await _facts.RefuseAsync(Refusal(8, _incident) with { Action = "delayed", Permanent = null });
        long SecondOf(int minute) => T0.AddMinutes(minute).ToUnixTimeSeconds();
        var search = new RefusalSearch(
            false, ["ann@example.net"], T0, T0.AddMinutes(10), 0, ["m1@example.test", "m4@example.test"], ["q5"], [], [SecondOf(2), SecondOf(3)]);

        Assert.Equal([1L, 5, 6], await NearAsync(One, search));
        Assert.Equal([1L, 2, 5, 6], await NearAsync(One, search with { Seconds = [SecondOf(1)] }));
        Assert.Equal([5L, 6], await NearAsync(One, search with { FirstId = 2 }));
        Assert.Equal([7L, 8], await NearAsync(One, search with { Deferrals = true, Seconds = [SecondOf(0)] }));
        Assert.Empty(await NearAsync(Two, search));
    }

    [Fact]
    public async Task FindByKey_KeysOfTheTenant_NotBeforeTheFirstId()
    {
        await _facts.RefuseAsync(Refusal(1, _incident), Refusal(2, _incident), Refusal(3, _incident));
        Assert.Equal([2L], await ByKeyAsync(One));
        Assert.Empty(await ByKeyAsync(Two));

        async Task<IEnumerable<long>> ByKeyAsync(TenantId tenant) => (await _facts.Database.WriteAsync(
            transaction => new RefusalWriter().FindByKeyAsync(tenant, ["fold-1", "fold-2", "fold-9"], 2, transaction, default), default))
            .Select(row => row.Id);
    }

    [Fact]
    public async Task Complete_SecondSource_KeepsPersonAndTimeOfIntake()
    {
        await _facts.RefuseAsync(Refusal(1, _incident));
        var told = Refusal(1, _incident, "mallory@example.net", minute: 2);
        await _facts.Database.WriteAsync(transaction => new RefusalWriter().CompleteAsync(Two, [told], transaction, default), default);
        Assert.Equal(T0, (await Reader.FindAsync(One, 1, default))!.OccurredAt);
        await _facts.Database.WriteAsync(transaction => new RefusalWriter().CompleteAsync(One, [told], transaction, default), default);
        var row = (await Reader.FindAsync(One, 1, default))!;
        Assert.Equal(("ann@example.net", T0.AddMinutes(2)), (row.RecipientKey, row.OccurredAt));
    }

    [Fact]
    public async Task VerifiedMessages_OnlyWhatAVerifiedSourceOfTheTenantTold()
    {
        await _facts.RefuseAsync(Refusal(1, _incident), Refusal(2, _incident));
        await _facts.RunAsync("UPDATE refusal SET verified = FALSE WHERE id = 2");
        await _facts.Database.WriteAsync(
            async transaction =>
            {
                var (writer, asked) = (new RefusalWriter(), (string[])["m1@example.test", "m2@example.test", "m3@example.test"]);
                Assert.Equal(["m1@example.test"], await writer.VerifiedMessagesAsync(One, asked, transaction, default));
                Assert.Empty(await writer.VerifiedMessagesAsync(Two, asked, transaction, default));
            },
            default);
    }

    [Fact]
    public async Task Readers_OtherTenantsId_FindNothing()
    {
        await _facts.RefuseAsync(Refusal(1, _incident));
        var evidence = (await _facts.ReceiveAsync(Item("a"))).EvidenceId;
        await _facts.Database.WriteAsync(
            async transaction =>
            {
                await new RefusalWriter().LinkEvidenceAsync(One, [new EvidenceLink(1, evidence)], transaction, default);
                await new RefusalWriter().LinkEvidenceAsync(One, [new EvidenceLink(1, evidence)], transaction, default);
            },
            default);
        Assert.Single(await Reader.ListByEvidenceAsync(One, evidence, 9, default));
        Assert.Single(await Reader.ListByPersonAsync(One, "ann@example.net", 9, default));
        Assert.Null(await Reader.FindAsync(Two, 1, default));
        Assert.Empty(await Reader.ListByEvidenceAsync(Two, evidence, 9, default));
        Assert.Empty(await Reader.ListByPersonAsync(Two, "ann@example.net", 9, default));
        Assert.Empty(await Reader.ListByIncidentAsync(Two, _incident, 9, null, default));
    }

    [Fact]
    public async Task Deliveries_CountedPerHour_ByPoolCaseAndWay()
    {
        await DeliverAsync("a", true, DeliveryOutcome.Refused, T0.AddMinutes(59), 2);
        await DeliverAsync("a", true, DeliveryOutcome.Refused, T0, 3);
        await DeliverAsync("b", false, DeliveryOutcome.Accepted, T0.AddHours(1), 7);
        await DeliverAsync("b", false, DeliveryOutcome.Accepted, T0.AddDays(1), 1);
        var reader = new DeliveryHourReader(_facts.Database);
        var pools = await reader.ByPoolAsync(One, "example.net", T0, T0.AddHours(2), default);
        Assert.Equal([("a", 0L, 5L), ("b", 7L, 0L)], pools.Select(row => (row.Pool, row.Accepted, row.Refused)));
        var cases = await reader.ByCaseAsync(One, "example.net", T0, T0.AddHours(2), default);
        Assert.Equal([(false, 7L, 0L), (true, 0L, 5L)], cases.Select(row => (row.UpperCase, row.Accepted, row.Failed)));
        var ways = await new ScopeReader(_facts.Database).WaysByHourAsync(One, ["example.net"], T0.AddHours(1), default);
        Assert.Equal([(T0.AddDays(1), "b", 1L), (T0.AddHours(1), "b", 7L)], ways.Select(row => (row.Hour, row.Pool, row.Messages)));
        Assert.Empty(await new ScopeReader(_facts.Database).WaysByHourAsync(Two, ["example.net"], T0, default));
        Assert.Empty(await reader.ByPoolAsync(Two, "example.net", T0, T0.AddHours(2), default));
        Assert.Empty(await reader.ByCaseAsync(Two, "example.net", T0, T0.AddHours(2), default));
    }

    [Fact]
    public async Task OverviewAsync_RefusalsOfTheLastDay_AreCountedPerTenant()
    {
        await DeliverAsync("a", true, DeliveryOutcome.Refused, T0, 2);
        await DeliverAsync("a", true, DeliveryOutcome.Deferred, T0.AddHours(2), 3);
        await DeliverAsync("a", true, DeliveryOutcome.Accepted, T0.AddHours(2), 40);
        await DeliverAsync("a", true, DeliveryOutcome.Refused, T0.AddHours(-30), 50);
        var rows = await new TenantReader(_facts.Database, new FakeTimeProvider(T0.AddHours(3))).OverviewAsync(null, default);
        Assert.Equal([("one", 5), ("two", 0)], rows.OrderBy(row => row.Slug).Select(row => (row.Slug, row.Bounces24h)));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task DeliverAsync(string pool, bool upperCase, DeliveryOutcome outcome, DateTimeOffset at, long messages) =>
        _facts.Database.WriteAsync(
            transaction => new DeliveryHourWriter().AddAsync(
                One, [new DeliveryCount(at, "example.net", IPAddress.Parse("192.0.2.1"), pool, upperCase, outcome, messages)], transaction, default),
            default);

    private async Task<IEnumerable<long>> NearAsync(TenantId tenant, RefusalSearch search) =>
        (await _facts.Database.WriteAsync(transaction => new RefusalWriter().FindNearAsync(tenant, search, 99, transaction, default), default))
        .Select(row => row.Id).Order();
}
