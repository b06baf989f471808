using System.Data.Common;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Incidents;

public sealed class IncidentTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private IncidentReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Open_TwoTenants_NumbersCountInEachAndAFingerprintStandsOnce()
    {
        await _facts.OpenAsync("a.example");
        var second = await _facts.OpenAsync("b.example");
        await _facts.OpenAsync("a.example", tenant: Two);
        var row = (await Reader.FindByNumberAsync(One, 2, default))!;
        Assert.Equal((second, "b.example", IncidentState.Open, T0, 0L, 0L), (row.Id, row.ScopeName, row.State, row.OpenedAt, row.Refusals, row.People));
        Assert.Equal(1, (await Reader.FindByNumberAsync(Two, 1, default))!.Number);
        await Assert.ThrowsAnyAsync<DbException>(() => _facts.OpenAsync("a.example"));
    }

    [Theory]
    [InlineData(IncidentSort.Refusals, false, "b.example a.example c_.example")]
    [InlineData(IncidentSort.People, false, "a.example b.example c_.example")]
    [InlineData(IncidentSort.LastAt, false, "b.example a.example c_.example")]
    [InlineData(IncidentSort.FirstAt, true, "b.example a.example c_.example")]
    [InlineData(IncidentSort.Number, true, "a.example b.example c_.example")]
    public async Task List_Sorted_InThatOrderAndPagedAlike(IncidentSort sort, bool ascending, string expected)
    {
        await ThreeAsync();
        var filter = new IncidentFilter { Sort = sort, Ascending = ascending, Take = 2 };
        var first = await Reader.ListAsync(One, filter, default);
        var second = await Reader.ListAsync(One, filter with { Skip = 2 }, default);
        Assert.Equal(expected, string.Join(' ', first.Concat(second).Select(row => row.ScopeName)));
    }

    [Fact]
    public async Task List_Filters_FindOnlyWhatTheyNameAndCountAlike()
    {
        var (a, _, c) = await ThreeAsync();
        await MoveAsync(c, IncidentState.Open, IncidentState.Dismissed);
        await Check("a.example", IncidentFilter.All with { ScopeName = "a.example" });
        await Check("c_.example", IncidentFilter.All with { Text = "_" });
        await Check("c_.example", IncidentFilter.All with { State = IncidentState.Dismissed });
        await Check("c_.example", IncidentFilter.All with { Family = RefusalFamily.Mailbox });
        await Check("b.example a.example", IncidentFilter.All with { OnlyOpen = true });
        await Check("b.example", IncidentFilter.All with { From = T0.AddHours(5) });
        await Check("b.example", IncidentFilter.All with { Until = T0 });
        await DecideAsync(a, Verdict.Retry);
        await Check("a.example", IncidentFilter.All with { Verdict = Verdict.Retry });
        await Check("a.example", IncidentFilter.All with { Cause = Cause.WrongMx });
        await Check("", IncidentFilter.All with { Cause = Cause.BadAddress });

        async Task Check(string expected, IncidentFilter filter)
        {
            Assert.Equal(expected, string.Join(' ', (await Reader.ListAsync(One, filter, default)).Select(row => row.ScopeName)));
            Assert.Equal(expected.Length == 0 ? 0 : expected.Split(' ').Length, await Reader.CountAsync(One, filter, default));
        }
    }

    [Fact]
    public async Task Facets_SumToWhatTheListFinds()
    {
        var (a, _, c) = await ThreeAsync();
        await DecideAsync(a, Verdict.Retry);
        await MoveAsync(c, IncidentState.Open, IncidentState.Resolved);
        var facets = new IncidentFacetReader(_facts.Database);
        var rows = await facets.CountsAsync(One, IncidentFilter.All, default);
        Assert.All(rows.GroupBy(row => row.Facet), facet => Assert.Equal(3, facet.Sum(row => row.Count)));
        Assert.Equal([("", 2L), ("Retry", 1L)], rows.Where(row => row.Facet == "verdict").Select(row => (row.Value, row.Count)));
        Assert.Equal([("Open", 2L), ("Resolved", 1L)], rows.Where(row => row.Facet == "state").Select(row => (row.Value, row.Count)));
        Assert.All((await facets.CountsAsync(One, IncidentFilter.All with { OnlyOpen = true }, default)).GroupBy(row => row.Facet),
            facet => Assert.Equal(2, facet.Sum(row => row.Count)));
        Assert.Empty(await facets.CountsAsync(Two, IncidentFilter.All, default));
        var verdicts = await Reader.CountsByVerdictAsync(One, default);
        Assert.Equal((1L, 1L, 0L), (verdicts[Verdict.Retry], verdicts[Verdict.Investigate], verdicts[Verdict.Suppress]));
    }

    [Fact]
    public async Task FacetsOfIncident_LatestOnly_CountWhatRefusalsShare()
    {
        var id = await _facts.OpenAsync();
        await _facts.RefuseAsync(Refusal(1, id), Refusal(2, id, "Bob@example.net", minute: 1), Refusal(3, id, minute: 2));
        var facets = new IncidentFacetReader(_facts.Database);
        var rows = await facets.OfIncidentAsync(One, id, 2, default);
        Assert.Equal([("192.0.2.7", 2L)], rows.Where(row => row.Facet == "remote-ip").Select(row => (row.Value, row.Count)));
        Assert.Equal([("false", 1L), ("true", 1L)], rows.Where(row => row.Facet == "upper-case").Select(row => (row.Value, row.Count)));
        Assert.Empty(await facets.OfIncidentAsync(Two, id, 2, default));
    }

    [Fact]
    public async Task Everything_OtherTenantsId_FindsAndMovesNothing()
    {
        var id = await _facts.OpenAsync();
        await _facts.CountAsync(id, "ann@example.net", T0);
        var people = new IncidentPersonReader(_facts.Database);
        Assert.Equal(1, await people.CountAtScopeAsync(One, IncidentScope.RecipientDomain, "example.net", T0, default));
        Assert.Equal(0, await people.CountAtScopeAsync(Two, IncidentScope.RecipientDomain, "example.net", T0, default));
        Assert.Empty(await people.ListAsync(Two, id, 9, null, default));
        Assert.Null(await Reader.FindAsync(Two, id, default));
        Assert.Null(await Reader.FindByNumberAsync(Two, 1, default));
        Assert.Empty(await Reader.ListAsync(Two, IncidentFilter.All, default));
        Assert.Equal(0, await Reader.CountAsync(Two, IncidentFilter.All, default));
        Assert.All((await Reader.CountsByVerdictAsync(Two, default)).Values, count => Assert.Equal(0, count));
        Assert.False(await _facts.Database.WriteAsync(
            transaction => new IncidentWriter().TryMoveAsync(Two, id, IncidentState.Open, IncidentState.Dismissed, T0, transaction, default), default));
        Assert.Empty(await _facts.Database.WriteAsync(
            transaction => new IncidentWriter().FindAtScopesAsync(Two, ["example.net"], transaction, default), default));
        await Assert.ThrowsAnyAsync<DbException>(() => _facts.Database.WriteAsync(
            transaction => new IncidentCountWriter().AddAsync(Two, [new NewRefusal(id, "a", "example.net", T0)], T0, transaction, default), default));
        Assert.Equal(1, (await Reader.FindAsync(One, id, default))!.Refusals);
    }

    [Fact]
    public async Task ListByDomain_SinceThen_NamesIncidentAndTenant()
    {
        var id = await _facts.OpenAsync();
        await _facts.CountAsync(id, "ann@example.net", T0);
        var due = new DueIncidentReader(_facts.Database);
        Assert.Equal((One, id), Assert.Single((await due.ListByDomainAsync("example.net", T0, default)).Select(row => (row.TenantId, row.IncidentId))));
        Assert.Empty(await due.ListByDomainAsync("example.net", T0.AddMinutes(1), default));
    }

    [Fact]
    public async Task Move_FromAStateItIsNotIn_MovesNothing()
    {
        var id = await _facts.OpenAsync();
        await MoveAsync(id, IncidentState.Open, IncidentState.Dismissed);
        Assert.Equal(T0, (await Reader.FindAsync(One, id, default))!.ClosedAt);
        await Assert.ThrowsAnyAsync<Exception>(() => MoveAsync(id, IncidentState.Open, IncidentState.Resolved));
        await MoveAsync(id, IncidentState.Dismissed, IncidentState.Open);
        Assert.Null((await Reader.FindAsync(One, id, default))!.ClosedAt);
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<(long A, long B, long C)> ThreeAsync()
    {
        var ids = (await _facts.OpenAsync("a.example"), await _facts.OpenAsync("b.example"), await _facts.OpenAsync("c_.example", RefusalFamily.Mailbox));
        await _facts.CountAsync(ids.Item1, "x", T0.AddHours(1));
        await _facts.CountAsync(ids.Item1, "y", T0.AddHours(1));
        foreach (var hour in (int[])[-1, 3, 6])
        {
            await _facts.CountAsync(ids.Item2, "x", T0.AddHours(hour));
        }
        return ids;
    }

    private Task MoveAsync(long id, IncidentState from, IncidentState to) => _facts.Database.WriteAsync(
        async transaction => Assert.True(await new IncidentWriter().TryMoveAsync(One, id, from, to, T0, transaction, default)), default);

    private Task DecideAsync(long id, Verdict verdict) => _facts.Database.WriteAsync(
        transaction => new IncidentWriter().SetVerdictAsync(
            One, id, Verdicts.VerdictTests.Finding(verdict), "title", T0.AddMinutes(1), transaction, default),
        default);
}
