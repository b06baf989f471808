using BounceBoard.Core.Suppressions;
using Xunit;

namespace BounceBoard.Core.Tests.Suppressions;

public sealed class SuppressionStateMachineTests
{
    [Fact]
    public void Next_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Suggested: Suggest -, Hold Held, Release Released
        Held: Suggest -, Hold -, Release Released
        Released: Suggest Suggested, Hold Held, Release -
        """,
        StateMatrix.Print<SuppressionState, SuppressionEvent>(SuppressionStateMachine.Next));

    [Fact]
    public void From_Release_EveryStateThatCanBeReleased() => Assert.Equal(
        [SuppressionState.Suggested, SuppressionState.Held], SuppressionStateMachine.From(SuppressionEvent.Release));
}
