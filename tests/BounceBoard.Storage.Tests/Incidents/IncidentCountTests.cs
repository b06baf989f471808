using BounceBoard.Storage.Incidents;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Incidents;

public sealed class IncidentCountTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private IncidentReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Count_OnePersonThrice_OnePersonThreeRefusals()
    {
        var id = await _facts.OpenAsync();
        await _facts.CountAsync(id, "ann@example.net", T0.AddMinutes(10));
        await _facts.CountAsync(id, "ann@example.net", T0.AddMinutes(-70));
        await _facts.CountAsync(id, "ann@example.net", T0.AddMinutes(20));
        await _facts.CountAsync(id, "bob@example.net", T0);
        var row = (await Reader.FindAsync(One, id, default))!;
        Assert.Equal((4, 2, T0.AddMinutes(-70), T0.AddMinutes(20)), (row.Refusals, row.People, row.FirstAt, row.LastAt));
        var people = new IncidentPersonReader(_facts.Database);
        var ann = Assert.Single(await people.ListAsync(One, id, 1, null, default));
        Assert.Equal(("ann@example.net", 3L, T0.AddMinutes(-70)), (ann.RecipientKey, ann.Refusals, ann.FirstAt));
        Assert.Equal("bob@example.net", Assert.Single(await people.ListAsync(One, id, 9, ann.RecipientKey, default)).RecipientKey);
    }

    [Fact]
    public async Task Hourly_TwoIncidents_BucketsOfBothInOneAnswer()
    {
        var (a, b) = (await _facts.OpenAsync("a.example"), await _facts.OpenAsync("b.example"));
        await _facts.CountAsync(a, "x", T0.AddMinutes(1));
        await _facts.CountAsync(a, "y", T0.AddMinutes(59));
        await _facts.CountAsync(a, "x", T0.AddMinutes(60));
        await _facts.CountAsync(a, "x", T0.AddHours(-1));
        await _facts.CountAsync(b, "x", T0.AddHours(2));
        var rows = await Reader.HourlyAsync(One, [a, b], T0.AddMinutes(30), default);
        Assert.Equal([(a, T0, 2L), (a, T0.AddHours(1), 1L), (b, T0.AddHours(2), 1L)], rows.Select(row => (row.IncidentId, row.Hour, row.Refusals)));
        Assert.Empty(await Reader.HourlyAsync(Two, [a, b], T0, default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }
}
