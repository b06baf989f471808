using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Incidents;

public sealed class ScopeReaderTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private ScopeReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Hours_PersonRefusedAgainTheSameDay_IsNobodyNew()
    {
        var id = await _facts.OpenAsync();
        foreach (var hours in new[] { 0, 1, 5, 40 })
        {
            await _facts.CountAsync(id, "ann@example.net", T0.AddHours(hours));
        }

        await _facts.CountAsync(id, "bob@example.net", T0.AddHours(1));
        var rows = (await Reader.HoursAsync(One, "example.net", T0, default)).OrderBy(row => row.Hour);
        Assert.Equal([(0, 1L, 1L), (1, 2L, 1L), (5, 1L, 0L), (40, 1L, 1L)], rows.Select(row => ((int)(row.Hour - T0).TotalHours, row.Refusals, row.People)));
        Assert.Empty(await Reader.HoursAsync(Two, "example.net", T0, default));
    }

    [Fact]
    public async Task Hours_EveryFamilyOfTheScope_IsRead()
    {
        await _facts.CountAsync(await _facts.OpenAsync(), "ann@example.net", T0);
        await _facts.CountAsync(await _facts.OpenAsync(family: RefusalFamily.Mailbox), "ann@example.net", T0);
        Assert.Equal(2, (await Reader.HoursAsync(One, "example.net", T0, default)).Count);
    }

    [Fact]
    public async Task Delivered_ByWay_CountsAcceptedOnly()
    {
        var id = await _facts.OpenAsync();
        await _facts.CountAsync(id, "ann@example.net", T0);
        await DeliverAsync(T0, "a", true, DeliveryOutcome.Accepted, 3);
        await DeliverAsync(T0.AddHours(1), "b", false, DeliveryOutcome.Accepted, 5);
        await DeliverAsync(T0, "a", false, DeliveryOutcome.Refused, 50);
        var domains = await Reader.DomainsAsync(One, id, default);
        Assert.Equal(["example.net"], domains);
        Assert.Equal([3, 5], (await Reader.DeliveredAsync(One, domains, T0, ScopeWay.Any, default)).OrderBy(row => row.Hour).Select(row => row.Messages));
        Assert.Equal([5], (await Reader.DeliveredAsync(One, domains, T0, new ScopeWay("b", "192.0.2.7", false), default)).Select(row => row.Messages));
        Assert.Equal(("a", true, 3L), (await Reader.WaysAsync(One, domains, T0, T0.AddMinutes(59), default)).Select(way => (way.Pool, way.UpperCase, way.Messages)).Single());
        Assert.Equal((T0, T0.AddHours(1)), await Reader.CountedAsync(One, T0, default));
        Assert.Null(await Reader.CountedAsync(Two, T0, default));
        Assert.Empty(await Reader.DeliveredAsync(Two, domains, T0, ScopeWay.Any, default));
    }

    [Fact]
    public async Task OtherSenders_TwoOthersInTheSameHours_ANumberFromThreeOn()
    {
        await _facts.RunAsync("INSERT INTO tenant (tenant_id, slug, name, state, is_demo, created_at) SELECT 3, 'three', 'three', state, is_demo, created_at FROM tenant WHERE tenant_id = 1");
        await SpikeAsync(One, T0, null);
        await SpikeAsync(Two, T0.AddHours(-3), T0.AddHours(1));
        Assert.Equal(0, await OthersAsync(One));
        var third = await SpikeAsync(new TenantId(3), T0.AddHours(2), null);
        Assert.Equal(2, await OthersAsync(One));
        await SetAsync(new TenantId(3), third, T0.AddHours(-9), T0.AddHours(-1));
        Assert.Equal(0, await OthersAsync(One));
    }

    [Fact]
    public async Task Set_Spike_IsReadBackWithTheIncident()
    {
        var id = await SpikeAsync(One, T0, T0.AddHours(2));
        var row = (await new IncidentReader(_facts.Database).FindAsync(One, id, default))!;
        Assert.Equal((T0, T0.AddHours(2), 1.5, 40L, 60L), (row.SinceAt, row.StoppedAt, row.Expected, row.Actual, row.Attempts));
        Assert.Equal(("40 of 60", "upper-case", "all of them", 4L), (row.SpikeText, row.ExplainedBy, row.Explanation, row.OtherSenders));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<long> OthersAsync(TenantId tenant) =>
        new OtherSendersReader(_facts.Database).CountAsync(tenant, IncidentScope.RecipientDomain, "example.net", T0, T0.AddHours(3), default);

    private async Task<long> SpikeAsync(TenantId tenant, DateTimeOffset since, DateTimeOffset? stopped)
    {
        var id = await _facts.OpenAsync(tenant: tenant);
        await SetAsync(tenant, id, since, stopped);
        return id;
    }

    private Task SetAsync(TenantId tenant, long id, DateTimeOffset since, DateTimeOffset? stopped) => _facts.Database.WriteAsync(
        transaction => new IncidentSpikeWriter().SetAsync(
            tenant, id, new IncidentSpikeRow(since, stopped, 1.5, 40, 60, "40 of 60", "upper-case", "all of them", 4), transaction, default),
        default);

    private Task DeliverAsync(DateTimeOffset at, string pool, bool upper, DeliveryOutcome outcome, long messages) => _facts.Database.WriteAsync(
        transaction => new DeliveryHourWriter().AddAsync(
            One, [new DeliveryCount(at, "example.net", IPAddress.Parse("192.0.2.7"), pool, upper, outcome, messages)], transaction, default),
        default);
}
