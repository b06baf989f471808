using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Blocklists;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Blocklists;

public sealed class BlocklistCatalogueTests
{
    [Fact]
    public void All_EveryList_HasAZoneATierAndAWayOut()
    {
        Assert.All(BlocklistCatalogue.All, list =>
        {
            Assert.Equal(DomainName.Parse(list.Zone).Value, list.Zone);
            Assert.InRange(list.Tier, 1, 3);
            Assert.StartsWith("https://", list.DelistingUrl, StringComparison.Ordinal);
            Assert.All(list.Codes, code => Assert.StartsWith("127.0.", code.Code, StringComparison.Ordinal));
            Assert.True(DomainName.TryParse(list.ListedDomain, out _));
        });
        Assert.Distinct(BlocklistCatalogue.All.Select(list => list.Zone));
        Assert.Distinct(BlocklistCatalogue.All.Select(list => list.Name));
    }

    [Fact]
    public void All_EveryList_ExplainsEachCodeOnceAndRefusesByNone() => Assert.All(BlocklistCatalogue.All, list =>
    {
        Assert.Distinct(list.Codes.Select(code => code.Code));
        Assert.Empty(list.Codes.Select(code => code.Code).Intersect(list.RefusalCodes));
    });

    [Fact]
    public void Free_HoldsNoneThatWantsRegistration()
    {
        Assert.Contains(BlocklistCatalogue.Free, list => list.Kind == BlocklistKind.Addresses);
        Assert.Contains(BlocklistCatalogue.Free, list => list.Kind == BlocklistKind.Domains);
        Assert.DoesNotContain(BlocklistCatalogue.Free, list => list.WantsRegistration);
    }

    [Fact]
    public void Find_ByZone_IgnoresCase()
    {
        Assert.Equal("Spamhaus ZEN", BlocklistCatalogue.Find("ZEN.spamhaus.org")?.Name);
        Assert.Null(BlocklistCatalogue.Find("spamhaus.org"));
    }
}
