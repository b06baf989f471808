using BounceBoard.Core.Addresses;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Domains;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Domains;

/// <summary>Refusals are counted for the domain that the mail came from, by day.</summary>
public sealed class SenderDayReaderTests
{
    [Fact]
    public async Task ListAsync_SendersOfManyDomains_CountsTheDomainAndNamesBelowByDay()
    {
        using var facts = await NewAsync();
        var incident = await facts.OpenAsync();
        string?[] senders =
        [
            "news@acme.test", "News@ACME.test", "b@bounce.acme.test", "x@notacme.test", "x@acme.test.example", "\"odd@name\"@acme.test", "", null, "acme.test@other.test",
        ];
        await facts.RefuseAsync([.. senders.Select((sender, i) => From(100 + i, incident, sender, 0)), From(200, incident, "late@acme.test", 2), From(201, incident, "old@acme.test", -9)]);

        var days = await new SenderDayReader(facts.Database).ListAsync(One, DomainName.Parse("acme.test"), T0.AddDays(-7), default);

        Assert.Equal([(T0.Date, 4L), (T0.Date.AddDays(2), 1L)], days.Select(day => (day.Start.UtcDateTime, day.Refusals)));
        Assert.Empty(await new SenderDayReader(facts.Database).ListAsync(Two, DomainName.Parse("acme.test"), T0.AddDays(-7), default));
        Assert.Empty(await new SenderDayReader(facts.Database).ListAsync(One, DomainName.Parse("a_me.test"), T0.AddDays(-7), default));
    }

    private static RefusalRow From(long id, long incident, string? sender, int day)
    {
        var row = Refusal(id, incident, $"p{id}@example.net");
        return row with { Sender = sender, OccurredAt = T0.AddDays(day) };
    }
}
