using BounceBoard.Core.Addresses;
using BounceBoard.Core.Incidents.Facets;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents.Facets;

public sealed class FacetExplanationTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Find_CapitalsFailAndOthersArrive_SaysSoWithFigures()
    {
        var facets = IncidentFacets.Of(Failed(812, "User{0}@example.net"), [Delivered(3000), Delivered(204) with { RemoteIp = "198.51.100.8" }]);
        var found = FacetExplanation.Find(facets);
        Assert.NotNull(found);
        Assert.Equal((FacetNames.UpperCase, "yes", 812L, 3204L), (found.Facet, found.Value, found.Failing, found.Delivered));
        Assert.Equal("812 of 812 failures have a capital letter in the local part; 0 of 3,204 deliveries do.", found.Sentence);
    }

    [Fact]
    public void Find_PersonSpelledInMoreWays_IsOneAndSpoilsTheCut()
    {
        FailedRecipient[] failed = [.. Failed(9, "User{0}@example.net"), .. Failed(1, "user{0}@example.net")];
        var facets = IncidentFacets.Of(failed, [Delivered(3000)]);
        Assert.Equal(9, facets[0].People);
        Assert.Null(FacetExplanation.Find(facets));
    }

    [Theory]
    // One delivery with a capital letter: it is not the capital.
    [InlineData(40, 3000, 1)]
    // Nothing is delivered elsewhere.
    [InlineData(40, 0, 0)]
    // Too few to rule out chance, on either side.
    [InlineData(4, 3000, 0)]
    [InlineData(40, 9, 0)]
    public void Find_NoCleanCutOrTooFew_ExplainsNothing(int failing, int lower, int upper)
    {
        DeliveredGroup[] delivered = [Delivered(lower), Delivered(upper) with { UpperCase = true }];
        Assert.Null(FacetExplanation.Find(IncidentFacets.Of(Failed(failing, "User{0}@example.net"), [.. delivered.Where(group => group.Messages > 0)])));
    }

    [Fact]
    public void Find_NoCapitals_IsNoExplanation() =>
        Assert.Null(FacetExplanation.Find(IncidentFacets.Of(Failed(40, "user{0}@example.net"), [Delivered(3000) with { UpperCase = true }])));

    [Fact]
    public void Find_OnePoolFails_NamesThePool()
    {
        var facets = IncidentFacets.Of(Failed(31, "user{0}@example.net"), [Delivered(500) with { Pool = "tx-1" }]);
        Assert.Equal("31 of 31 failures left from the pool bulk-2; 0 of 500 deliveries did.", FacetExplanation.Find(facets)?.Sentence);
    }

    [Fact]
    public void Find_DeliveriesOfAnUnknownPool_MayBeOfTheFailingOne() => Assert.Null(
        FacetExplanation.Find(IncidentFacets.Of(Failed(31, "user{0}@example.net"), [Delivered(500) with { Pool = "tx-1" }, Delivered(1) with { Pool = "" }])));

    [Fact]
    public void Find_AllInOneHour_ATimeExplainsNothing() =>
        Assert.Null(FacetExplanation.Find(IncidentFacets.Of(Failed(31, "user{0}@example.net"), [Delivered(500) with { Hour = At.AddHours(1) }])));

    [Fact]
    public void All_TwoFacetsCutAlike_BothAreTold()
    {
        var all = FacetExplanation.All(IncidentFacets.Of(Failed(31, "user{0}@example.net"), [Delivered(500) with { Pool = "tx-1", RemoteIp = "198.51.100.8" }]));
        Assert.Equal([FacetNames.SenderPool, FacetNames.RemoteIp], all.Select(one => one.Facet));
    }

    [Fact]
    public void Of_DeliveriesNotCountedByAFacet_AreUnknownNotZero()
    {
        var facets = IncidentFacets.Of(Failed(6, "user{0}+a@example.net"), [Delivered(500)]);
        Assert.Equal([new FacetCount("yes", 6, null)], facets.Single(facet => facet.Name == FacetNames.PlusTag).Values);
        Assert.All(IncidentFacets.Of(Failed(6, "user{0}@example.net"), null), facet => Assert.All(facet.Values, value => Assert.Null(value.Delivered)));
    }

    [Fact]
    public void Of_PersonRefusedTwice_IsFirstSeenOnce()
    {
        FailedRecipient[] failed = [.. Failed(5, "user{0}@example.net"), .. Failed(5, "user{0}@example.net").Select(one => one with { At = At.AddHours(3) })];
        Assert.Equal([new FacetCount("2026-05-16 07:00", 5, null)], IncidentFacets.Of(failed, null)[^1].Values);
    }

    private static List<FailedRecipient> Failed(int people, string spelling) =>
    [
        .. Enumerable.Range(0, people).Select(i => EmailAddress.Parse(string.Format(System.Globalization.CultureInfo.InvariantCulture, spelling, i)))
            .Select(address => new FailedRecipient(address.Key, address.Domain.Value, "198.51.100.7", "bulk-2", null, AddressShape.Of(address).HasUpperCase, AddressShape.Of(address), At)),
    ];

    private static DeliveredGroup Delivered(long messages) => new(At, "example.net", "198.51.100.7", "bulk-2", false, messages);
}
