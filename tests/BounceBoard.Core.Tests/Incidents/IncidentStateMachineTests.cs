using BounceBoard.Core.Incidents;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents;

public sealed class IncidentStateMachineTests
{
    private static readonly DateTimeOffset Closed = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Open: RefusedAgain -, Calmed Recovering, Settled -, Dismiss Dismissed, ConditionMet -, Reopen -, Merge Merged, Split -
        Recovering: RefusedAgain Open, Calmed -, Settled Resolved, Dismiss Dismissed, ConditionMet -, Reopen -, Merge Merged, Split -
        Resolved: RefusedAgain Open, Calmed -, Settled -, Dismiss -, ConditionMet -, Reopen Open, Merge Merged, Split -
        Dismissed: RefusedAgain -, Calmed -, Settled -, Dismiss -, ConditionMet Open, Reopen Open, Merge Merged, Split -
        Merged: RefusedAgain -, Calmed -, Settled -, Dismiss -, ConditionMet -, Reopen -, Merge -, Split Open
        """,
        StateMatrix.Print<IncidentState, IncidentEvent>(IncidentStateMachine.Next));

    [Theory]
    [InlineData(IncidentState.Open, true)]
    [InlineData(IncidentState.Recovering, true)]
    [InlineData(IncidentState.Resolved, false)]
    [InlineData(IncidentState.Dismissed, false)]
    [InlineData(IncidentState.Merged, false)]
    public void CanAcknowledge_OnlyWhatIsOpenAndOnce(IncidentState state, bool can)
    {
        Assert.Equal(can, IncidentStateMachine.CanAcknowledge(state, null));
        Assert.False(IncidentStateMachine.CanAcknowledge(state, Closed));
    }

    [Fact]
    public void Reopens_RefusalAfterClosing_True() => Assert.True(IncidentStateMachine.Reopens(Closed, Closed.AddMinutes(1)));

    [Fact]
    public void Reopens_LateReportOfAnEarlierRefusal_False() => Assert.False(IncidentStateMachine.Reopens(Closed, Closed.AddHours(-2)));
}
