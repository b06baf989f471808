using BounceBoard.Core.Alerts;
using Xunit;

namespace BounceBoard.Core.Tests.Alerts;

public sealed class AlertStateMachineTests
{
    [Fact]
    public void Destination_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Active: Answered -, Failed Failing, RanOut -, Gone Disabled, Enable -
        Failing: Answered Active, Failed -, RanOut Disabled, Gone Disabled, Enable -
        Disabled: Answered -, Failed -, RanOut -, Gone -, Enable Active
        """,
        StateMatrix.Print<AlertDestinationState, AlertDestinationEvent>(AlertDestinationStateMachine.Next));

    [Fact]
    public void Delivery_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Waiting: Claim Sending, Accept -, Refuse -, Postpone -, Expire -, Hold Held, Release -
        Sending: Claim -, Accept Delivered, Refuse Refused, Postpone Waiting, Expire Sending, Hold Held, Release -
        Delivered: Claim -, Accept -, Refuse -, Postpone -, Expire -, Hold -, Release -
        Refused: Claim -, Accept -, Refuse -, Postpone -, Expire -, Hold -, Release -
        Held: Claim -, Accept -, Refuse -, Postpone -, Expire -, Hold -, Release Waiting
        """,
        StateMatrix.Print<AlertDeliveryState, AlertDeliveryEvent>(AlertDeliveryStateMachine.Next));
}
