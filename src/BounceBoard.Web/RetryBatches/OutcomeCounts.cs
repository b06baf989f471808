using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>How the attempts of a batch, or of one step, stand: each is counted once.</summary>
/// <param name="HandedOver">Taken by the tenant's own relay or platform; nothing was heard from the recipient's server yet.</param>
/// <param name="Open">Not tried yet, or being tried.</param>
public sealed record OutcomeCounts(int Accepted, int Refused, int Deferred, int InDoubt, int HandedOver, int Open, int Skipped)
{
    public int All => Accepted + Refused + Deferred + InDoubt + HandedOver + Open + Skipped;

    /// <summary>What a bar shows, in its order; counts of zero included.</summary>
    public IReadOnlyList<OutcomePart> Parts =>
    [
        new("accepted", "accepted", Accepted), new("refused", "refused", Refused), new("deferred", "deferred", Deferred),
        new("doubt", "in doubt", InDoubt), new("handed", "handed over", HandedOver), new("open", "open", Open), new("skipped", "skipped", Skipped),
    ];

    public static OutcomeCounts Of(IEnumerable<RetryTally> tallies)
    {
        var people = tallies.GroupBy(tally => tally.State).ToDictionary(group => group.Key, group => group.Sum(tally => tally.People));
        return new(
            Sum(AttemptState.Accepted), Sum(AttemptState.Refused), Sum(AttemptState.Deferred), Sum(AttemptState.InDoubt), Sum(AttemptState.Submitted),
            Sum(AttemptState.Planned, AttemptState.Claimed, AttemptState.HandingOver), Sum(AttemptState.Skipped));

        int Sum(params ReadOnlySpan<AttemptState> states)
        {
            var sum = 0;
            foreach (var state in states)
            {
                sum += people.GetValueOrDefault(state);
            }
            return sum;
        }
    }
}
