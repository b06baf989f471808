using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>A finding about one person with what it stands on.</summary>
internal sealed record PersonVerdict(PersonHistory History, RefusalFacts Facts, Finding Finding)
{
    public string Person => History.Judged.Refusal.Person;
}
