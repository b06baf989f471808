using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Incidents;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentListUrlTests
{
    [Fact]
    public void ToHref_UsualList_HasNoQuery() => Assert.Equal("/t/acme/incidents", IncidentListUrl.Usual.ToHref("acme"));

    [Fact]
    public void Read_ItsOwnAddress_GivesTheSameState()
    {
        var url = new IncidentListUrl("verdict:retry a&b=c", IncidentSort.People, true, 3);
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri("http://x.test" + url.ToHref("acme")).Query);
        Assert.Equal(url, IncidentListUrl.Read(values["q"], values["sort"], values["page"]));
    }

    [Theory]
    [InlineData("-3", 1)]
    [InlineData("0", 1)]
    [InlineData("999999", 400)]
    [InlineData("two", 1)]
    public void Read_PageOutOfRange_IsBrought(string page, int expected) => Assert.Equal(expected, IncidentListUrl.Read(null, null, page).Page);

    [Fact]
    public void Read_SortOfNoColumn_IsTheUsual() => Assert.Equal(IncidentSort.LastAt, IncidentListUrl.Read(null, "id; DROP TABLE incident", null).Sort);

    [Fact]
    public void SortedBy_TheSameColumn_TurnsTheOrder()
    {
        var people = IncidentListUrl.Usual.SortedBy(IncidentSort.People);
        Assert.False(people.Ascending);
        Assert.True(people.SortedBy(IncidentSort.People).Ascending);
    }

    [Fact]
    public void ToFilter_EmptySearchBox_ShowsClosedOnesToo() => Assert.False((IncidentListUrl.Usual with { Search = "" }).ToFilter(default).OnlyOpen);

    [Fact]
    public void ToFilter_NoSearchBox_ShowsOpenOnes() => Assert.True(IncidentListUrl.Usual.ToFilter(default).OnlyOpen);
}
