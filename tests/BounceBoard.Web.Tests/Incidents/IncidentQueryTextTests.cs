using BounceBoard.Core.Incidents;
using BounceBoard.Core.Verdicts;
using BounceBoard.Web.Incidents;
using Xunit;

namespace BounceBoard.Web.Tests.Incidents;

public sealed class IncidentQueryTextTests
{
    [Fact]
    public void Read_KeysAndWords_FillsTheQuery()
    {
        var query = IncidentQueryText.Read("verdict:investigate is:open cause:wrong-mx scope:Example.NET last:24h relay denied");
        Assert.Equal(
            (Verdict.Investigate, true, Cause.WrongMx, "example.net", TimeSpan.FromHours(24), "relay denied"),
            (query.Verdict, query.OnlyOpen, query.Cause, query.Scope, query.Last, query.Text));
        Assert.Empty(query.Problems);
    }

    [Theory]
    [InlineData("verdict:retry is:open last:7d relay")]
    [InlineData("cause:pinned-route state:dismissed family:mailbox scope:example.net")]
    [InlineData("is:open")]
    [InlineData("")]
    public void Write_WhatWasRead_GivesTheSameWords(string text) =>
        Assert.Equal(text, IncidentQueryText.Write(IncidentQueryText.Read(text)));

    [Fact]
    public void Read_UnknownValue_SaysWhatIsAllowedAndFiltersNothing()
    {
        var query = IncidentQueryText.Read("verdict:maybe last:soon");
        Assert.Null(query.Verdict);
        Assert.Null(query.Last);
        Assert.Equal(2, query.Problems.Count);
        Assert.Contains("retry, investigate, suppress", query.Problems[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2001:db8::7")]
    [InlineData("550: denied")]
    public void Read_ColonOfNoKey_IsSearchedFor(string text) => Assert.Equal(text, IncidentQueryText.Read(text).Text);

    [Fact]
    public void Read_IsWithAState_ChoosesTheState() => Assert.Equal(IncidentState.Resolved, IncidentQueryText.Read("is:resolved").State);

    [Fact]
    public void Read_EndlessText_IsCut() => Assert.True(IncidentQueryText.Read(new string('a', 100_000)).Text?.Length <= 300);
}
