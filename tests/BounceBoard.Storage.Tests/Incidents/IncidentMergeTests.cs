using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Incidents;

public sealed class IncidentMergeTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private IncidentReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Merge_TwoIncidents_CountsBothAndAPersonOfBothOnce()
    {
        var (one, other) = await TwoAsync();
        await MergeAsync(other, one);
        var (into, from) = ((await Reader.FindAsync(One, one, default))!, (await Reader.FindAsync(One, other, default))!);
        Assert.Equal((4L, 2L, T0, T0.AddMinutes(120)), (into.Refusals, into.People, into.FirstAt, into.LastAt));
        Assert.Equal((0L, 0L, one), (from.Refusals, from.People, from.MergedInto));
        Assert.Equal([3L, 1L], (await Reader.HourlyAsync(One, [one], T0, default)).Select(hour => hour.Refusals));
        Assert.Empty(await Reader.HourlyAsync(One, [other], T0, default));
        Assert.Equal([("ann@example.net", 3L), ("bob@example.net", 1L)], await PeopleAsync(one));
        Assert.Equal([other], (await Reader.ListMergedIntoAsync(One, one, default)).Select(row => row.Id));
    }

    [Fact]
    public async Task Split_AfterMerge_BothAreAsBefore()
    {
        var (one, other) = await TwoAsync();
        var before = ((await Reader.FindAsync(One, one, default))!, (await Reader.FindAsync(One, other, default))!);
        await MergeAsync(other, one);
        await SplitAsync(other, one);
        var after = ((await Reader.FindAsync(One, one, default))!, (await Reader.FindAsync(One, other, default))!);
        Assert.Equal(before, after);
        Assert.Equal([("ann@example.net", 2L)], await PeopleAsync(one));
        Assert.Equal([("ann@example.net", 1L), ("bob@example.net", 1L)], await PeopleAsync(other));
        Assert.Equal([2L], (await Reader.HourlyAsync(One, [one], T0, default)).Select(hour => hour.Refusals));
        Assert.Equal([1L, 1L], (await Reader.HourlyAsync(One, [other], T0, default)).Select(hour => hour.Refusals));
    }

    [Fact]
    public async Task Split_RefusalsSinceTheMerge_GoWithTheirFingerprint()
    {
        var (one, other) = await TwoAsync();
        await MergeAsync(other, one);
        await RefuseAsync(Refusal(9, one, "cyd@example.net", 180) with { GroupedId = other });
        await SplitAsync(other, one);
        Assert.Equal((2L, 1L), Counts(await Reader.FindAsync(One, one, default)));
        Assert.Equal((3L, 3L), Counts(await Reader.FindAsync(One, other, default)));
    }

    [Fact]
    public async Task Merge_IntoOneThatIsThenMerged_EachSplitsByItself()
    {
        var (one, other) = await TwoAsync();
        var third = await _facts.OpenAsync("c.example");
        await MergeAsync(other, one);
        await MergeAsync(one, third);
        Assert.Equal((4L, 2L), Counts(await Reader.FindAsync(One, third, default)));
        await SplitAsync(other, third);
        Assert.Equal((2L, 1L), Counts(await Reader.FindAsync(One, third, default)));
        Assert.Equal((2L, 2L), Counts(await Reader.FindAsync(One, other, default)));
        await SplitAsync(one, third);
        Assert.Equal((0L, 0L), Counts(await Reader.FindAsync(One, third, default)));
        Assert.Equal((2L, 1L), Counts(await Reader.FindAsync(One, one, default)));
    }

    [Fact]
    public async Task Merge_UnderAnotherTenant_MovesNothing()
    {
        var (one, other) = await TwoAsync();
        var foreign = await _facts.OpenAsync("a.example", tenant: Two);
        await _facts.Database.WriteAsync(transaction => new IncidentMergeWriter().MergeAsync(Two, other, foreign, T0, transaction, default), default);
        Assert.Equal((2L, 1L), Counts(await Reader.FindAsync(One, one, default)));
        Assert.Equal((2L, 2L), Counts(await Reader.FindAsync(One, other, default)));
        Assert.Equal((0L, 0L), Counts(await Reader.FindAsync(Two, foreign, default)));
    }

    [Fact]
    public async Task FindAtScopes_OfAMergedOne_BringsWhereItWent()
    {
        var (one, other) = await TwoAsync();
        await MergeAsync(other, one);
        var found = await _facts.Database.WriteAsync(transaction => new IncidentWriter().FindAtScopesAsync(One, ["b.example"], transaction, default), default);
        Assert.Equal([one, other], found.Select(row => row.Id).Order());
    }

    [Fact]
    public async Task Facets_PoolAndOwner_CountAndFilterAlike()
    {
        var (one, other) = await TwoAsync();
        await _facts.Database.WriteAsync(transaction => new IncidentWorkWriter().AssignAsync(One, [one], 7, transaction, default), default);
        var rows = await new IncidentFacetReader(_facts.Database).CountsAsync(One, IncidentFilter.All, default);
        Assert.Equal([("0", 1L), ("7", 1L)], rows.Where(row => row.Facet == "owner").Select(row => (row.Value, row.Count)));
        Assert.Equal([("tx", 2L)], rows.Where(row => row.Facet == "pool").Select(row => (row.Value, row.Count)));
        Assert.Equal([one], (await Reader.ListAsync(One, IncidentFilter.All with { OwnerId = 7 }, default)).Select(row => row.Id));
        Assert.Equal([other], (await Reader.ListAsync(One, IncidentFilter.All with { OwnerId = 0 }, default)).Select(row => row.Id));
        Assert.Equal(2, await Reader.CountAsync(One, IncidentFilter.All with { Pool = "tx" }, default));
        Assert.Equal(0, await Reader.CountAsync(One, IncidentFilter.All with { Pool = "bulk" }, default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private static (long, long) Counts(IncidentRow? row) => (row!.Refusals, row.People);

    private async Task<(long One, long Other)> TwoAsync()
    {
        var (one, other) = (await _facts.OpenAsync("a.example"), await _facts.OpenAsync("b.example"));
        await RefuseAsync(Refusal(1, one), Refusal(2, one, minute: 1), Refusal(3, other), Refusal(4, other, "bob@example.net", 120));
        return (one, other);
    }

    private async Task RefuseAsync(params Storage.Bounces.RefusalRow[] rows)
    {
        await _facts.RefuseAsync(rows);
        await _facts.Database.WriteAsync(
            transaction => new IncidentCountWriter().AddAsync(
                One, rows.Select(row => new NewRefusal(row.IncidentId, row.RecipientKey, row.RecipientDomain, row.OccurredAt, row.Pool, row.Permanent == true)),
                T0, transaction, default),
            default);
    }

    private Task MergeAsync(long from, long into) =>
        _facts.Database.WriteAsync(transaction => new IncidentMergeWriter().MergeAsync(One, from, into, T0, transaction, default), default);

    private Task SplitAsync(long own, long from) =>
        _facts.Database.WriteAsync(transaction => new IncidentMergeWriter().SplitAsync(One, own, from, T0, transaction, default), default);

    private async Task<IEnumerable<(string, long)>> PeopleAsync(long id) =>
        (await new IncidentPersonReader(_facts.Database).ListAsync(One, id, 9, null, default)).Select(person => (person.RecipientKey, person.Refusals));
}
