using BounceBoard.Core.Incidents;
using Xunit;

namespace BounceBoard.Core.Tests.Incidents;

public sealed class IncidentStateMachineTests
{
    private static readonly DateTimeOffset Closed = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Open: RefusedAgain -, Calmed Recovering, Settled -, Dismiss Dismissed, Reopen -
        Recovering: RefusedAgain Open, Calmed -, Settled Resolved, Dismiss Dismissed, Reopen -
        Resolved: RefusedAgain Open, Calmed -, Settled -, Dismiss -, Reopen Open
        Dismissed: RefusedAgain Open, Calmed -, Settled -, Dismiss -, Reopen Open
        """,
        StateMatrix.Print<IncidentState, IncidentEvent>(IncidentStateMachine.Next));

    [Fact]
    public void Reopens_RefusalAfterClosing_True() => Assert.True(IncidentStateMachine.Reopens(Closed, Closed.AddMinutes(1)));

    [Fact]
    public void Reopens_LateReportOfAnEarlierRefusal_False() => Assert.False(IncidentStateMachine.Reopens(Closed, Closed.AddHours(-2)));
}
