using BounceBoard.Storage.Replays;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Replays;

/// <summary>What was known of an incident at a moment: what had been taken in by then.</summary>
public sealed class ReplayReaderTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;
    private long _incident;

    private ReplayReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        _incident = await _facts.OpenAsync();
        // Ann before and after, Bob only after: each of his happened earlier than what was known of her.
        await _facts.RefuseAsync(
            Refusal(1, _incident, minute: 30) with { IngestedAt = T0.AddHours(1) }, Refusal(2, _incident, minute: 50) with { IngestedAt = T0.AddHours(3) },
            Refusal(3, _incident, "bob@example.net", 10) with { IngestedAt = T0.AddHours(3) }, Refusal(4, _incident, "bob@example.net", 20) with { IngestedAt = T0.AddHours(4) });
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Known_AtATime_IsWhatHadComeInByThen()
    {
        Assert.Equal([1L], (await Reader.KnownAsync(One, _incident, T0.AddHours(2), 10, default)).Select(row => row.Id));
        Assert.Equal([2L, 1, 3], (await Reader.KnownAsync(One, _incident, T0.AddHours(3), 10, default)).Select(row => row.Id));
        Assert.Equal([2L], (await Reader.KnownAsync(One, _incident, T0.AddHours(3), 1, default)).Select(row => row.Id));
        Assert.Empty(await Reader.KnownAsync(Two, _incident, T0.AddHours(9), 10, default));
    }

    [Theory]
    [InlineData(0, 4, 2)]
    [InlineData(2, 3, 1)]
    [InlineData(3, 1, 0)]
    [InlineData(4, 0, 0)]
    public async Task Later_ThanATime_CountsRefusalsAndPeopleOfWhomNothingWasKnown(int hour, long refusals, long people)
    {
        var later = await Reader.LaterAsync(One, _incident, T0.AddHours(hour), default);

        Assert.Equal((refusals, people), (later.Refusals, later.People));
    }
}
