using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>One tenant at one time: what is known of it and what the rules say.</summary>
internal sealed class ReplayMoment
{
    private readonly DateTimeOffset _now;
    private readonly RecipientFacts _facts;

    public ReplayMoment(ReplaySender sender, TenantEvidence evidence, DateTimeOffset now)
    {
        (Sender, Evidence, _now) = (sender, evidence, now);
        var compared = new Dictionary<(string, RemoteEndpoint), EndpointComparison>();
        _facts = new RecipientFacts(evidence, refusal =>
        {
            var key = (refusal.Domain.Value, refusal.Endpoint);
            return compared.TryGetValue(key, out var known) ? known : compared[key] = sender.Compare(refusal, now);
        }, now);
    }

    public ReplaySender Sender { get; }

    public TenantEvidence Evidence { get; }

    /// <summary>The verdict on each person, with what it stands on.</summary>
    public IEnumerable<PersonVerdict> People => Evidence.People.Select(person => Judge([.. person]));

    /// <summary>The verdict on those who could be suppressed, or are.</summary>
    public IEnumerable<PersonVerdict> Candidates(Func<string, bool> isSuppressed) => Evidence.People
        .Where(person => isSuppressed(person.Key) || person.Any(ReplaySender.IsCandidate))
        .Select(person => Judge([.. person]));

    /// <summary>The verdict on a person's refusals.</summary>
    /// <param name="own">At least one, oldest first.</param>
    public PersonVerdict Judge(IReadOnlyList<JudgedRefusal> own)
    {
        var history = PersonHistory.Of(own, Evidence);
        var facts = _facts.Of(history);
        return new PersonVerdict(history, facts, VerdictRules.Decide(facts, _now));
    }

    public Separation? ExplainedBy(PersonHistory history) => _facts.ExplainedBy(history);
}
