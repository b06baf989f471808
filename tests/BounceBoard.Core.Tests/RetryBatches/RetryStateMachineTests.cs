using BounceBoard.Core.RetryBatches;
using Xunit;

namespace BounceBoard.Core.Tests.RetryBatches;

public sealed class RetryStateMachineTests
{
    [Fact]
    public void Batch_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Draft: Request AwaitingApproval, Approve -, Undo -, Reject -, AskForChange -, Cancel Cancelled, Expire Expired, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm Draft
        AwaitingApproval: Request -, Approve Approved, Undo -, Reject Rejected, AskForChange Draft, Cancel Cancelled, Expire Expired, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish Completed, Halt -, Confirm AwaitingApproval
        Approved: Request -, Approve -, Undo AwaitingApproval, Reject -, AskForChange -, Cancel Cancelled, Expire Expired, Begin Sending, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt Halted, Confirm AwaitingApproval
        Sending: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel Cancelled, Expire -, Begin -, StageSent Observing, NextStage -, AskForNextStage -, Finish -, Halt Halted, Confirm AwaitingApproval
        Observing: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel Cancelled, Expire -, Begin -, StageSent -, NextStage Sending, AskForNextStage AwaitingApproval, Finish Completed, Halt Halted, Confirm AwaitingApproval
        Completed: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel -, Expire -, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm -
        Halted: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel -, Expire -, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm -
        Rejected: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel -, Expire -, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm -
        Cancelled: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel -, Expire -, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm -
        Expired: Request -, Approve -, Undo -, Reject -, AskForChange -, Cancel -, Expire -, Begin -, StageSent -, NextStage -, AskForNextStage -, Finish -, Halt -, Confirm -
        """,
        StateMatrix.Print<RetryBatchState, RetryBatchEvent>(RetryBatchStateMachine.Next));

    [Fact]
    public void Attempt_WholeMatrix_AsWritten() => Assert.Equal(
        """
        Planned: Claim Claimed, Release -, HandOver -, Submit -, Accept -, Defer -, Refuse -, Doubt -, Skip Skipped
        Claimed: Claim -, Release Planned, HandOver HandingOver, Submit -, Accept -, Defer Deferred, Refuse Refused, Doubt -, Skip Skipped
        HandingOver: Claim -, Release -, HandOver -, Submit Submitted, Accept Accepted, Defer Deferred, Refuse Refused, Doubt InDoubt, Skip -
        Submitted: Claim -, Release -, HandOver -, Submit -, Accept Accepted, Defer -, Refuse Refused, Doubt -, Skip -
        Accepted: Claim -, Release -, HandOver -, Submit -, Accept -, Defer -, Refuse Refused, Doubt -, Skip -
        Deferred: Claim -, Release -, HandOver -, Submit -, Accept -, Defer -, Refuse -, Doubt -, Skip -
        Refused: Claim -, Release -, HandOver -, Submit -, Accept -, Defer -, Refuse -, Doubt -, Skip -
        InDoubt: Claim -, Release -, HandOver -, Submit -, Accept Accepted, Defer -, Refuse Refused, Doubt -, Skip -
        Skipped: Claim -, Release -, HandOver -, Submit -, Accept -, Defer -, Refuse -, Doubt -, Skip -
        """,
        StateMatrix.Print<AttemptState, AttemptEvent>(AttemptStateMachine.Next));

    [Theory]
    [InlineData(AttemptState.HandingOver)]
    [InlineData(AttemptState.InDoubt)]
    [InlineData(AttemptState.Submitted)]
    [InlineData(AttemptState.Accepted)]
    public void Attempt_BehindTheFinalDot_NoChainOfEventsLeadsBack(AttemptState start)
    {
        var (met, open) = (new HashSet<AttemptState> { start }, new Queue<AttemptState>([start]));
        while (open.TryDequeue(out var state))
        {
            foreach (var happened in Enum.GetValues<AttemptEvent>())
            {
                if (AttemptStateMachine.Next(state, happened) is { } next && met.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }
        Assert.DoesNotContain(AttemptState.Planned, met);
        Assert.DoesNotContain(AttemptState.Claimed, met);
    }

    [Theory]
    [InlineData(RetryBatchState.AwaitingApproval, true)]
    [InlineData(RetryBatchState.Approved, true)]
    [InlineData(RetryBatchState.Draft, true)]
    [InlineData(RetryBatchState.Sending, false)]
    [InlineData(RetryBatchState.Completed, false)]
    public void RetryExpiry_AtItsEnd_OnlyWhatWaitsForSomebody(RetryBatchState state, bool expected)
    {
        var now = new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero);

        Assert.Equal(expected, RetryExpiry.IsOver(state, now, now));
        Assert.False(RetryExpiry.IsOver(state, now.AddTicks(1), now));
        Assert.False(RetryExpiry.IsOver(state, null, now));
    }
}
