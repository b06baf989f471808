using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.Issues;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Issues;

public sealed class IssueStateMachineTests
{
    [Fact]
    public void Next_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Open: Seen -, Gone Fixed, Snooze Snoozed, SnoozeEnded -, Accept Accepted, Reopen -
        Snoozed: Seen -, Gone Fixed, Snooze -, SnoozeEnded Open, Accept Accepted, Reopen Open
        Accepted: Seen -, Gone Fixed, Snooze -, SnoozeEnded -, Accept -, Reopen Open
        Fixed: Seen Open, Gone -, Snooze -, SnoozeEnded -, Accept -, Reopen -
        """,
        StateMatrix.Print<IssueState, IssueEvent>(IssueStateMachine.Next));

    [Theory]
    [InlineData(CheckState.Fail, IssueSighting.Seen)]
    [InlineData(CheckState.Warn, IssueSighting.Seen)]
    [InlineData(CheckState.Unknown, IssueSighting.Unknown)]
    [InlineData(CheckState.Pass, IssueSighting.Gone)]
    [InlineData(CheckState.NotApplicable, IssueSighting.Gone)]
    public void Of_CheckThatIsThere_SaysItsState(CheckState state, IssueSighting expected) =>
        Assert.Equal(expected, new IssueSightings([Check("mx-tls", "mx1", state)]).Of("mx-tls:mx1", "mx-tls"));

    [Theory]
    [InlineData(CheckState.Pass, IssueSighting.Gone)]
    [InlineData(CheckState.Unknown, IssueSighting.Unknown)]
    public void Of_HostThatIsJudgedNoMore_IsGoneOnlyWhenTheRestIsKnown(CheckState rest, IssueSighting expected) =>
        Assert.Equal(expected, new IssueSightings([Check("mx-tls", "mx2", rest)]).Of("mx-tls:mx1", "mx-tls"));

    private static HealthCheck Check(string id, string subject, CheckState state) =>
        new(id, subject, CheckArea.Mx, state, "title", [], "judgement", null, 0);
}
