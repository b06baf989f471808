using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Core.Replays;

/// <summary>
/// Runs a scenario through the rules of the house: what was known when, who refused, which refusals belong together, and what is to be done. The order in
/// which events of the same time are given decides nothing.
/// </summary>
public sealed class ReplayHouse
{
    private readonly ReplayScenario _scenario;
    private readonly ReplayDns _dns;
    private readonly List<ReplaySender> _senders;

    private ReplayHouse(ReplayScenario scenario)
    {
        (_scenario, _dns) = (scenario, new ReplayDns(scenario.Resolvers, scenario.Dns));
        _senders = [.. scenario.Tenants.Select(tenant => new ReplaySender(tenant, scenario, _dns))];
    }

    /// <summary>The answers at the times asked, in the order of the questions.</summary>
    public static IReadOnlyList<ReplayAnswer> Run(ReplayScenario scenario) => new ReplayHouse(scenario).Run();

    private List<ReplayAnswer> Run()
    {
        var book = new SuppressionBook();
        var answers = new Dictionary<DateTimeOffset, ReplayAnswer>();
        foreach (var now in Turns())
        {
            var moments = MomentsAt(now);
            book.Look(moments, now);
            if (_scenario.Asked.Contains(now))
            {
                answers[now] = new ReplayAnswer(
                    now, [.. moments.SelectMany(moment => IncidentBook.At(moment, now))],
                    [.. moments.SelectMany(moment => moment.People.Select(one => new RecipientAnswer(moment.Sender.Slug, moment.Sender.Submitted(one.Person), one.Finding)))],
                    book.Entries(_senders));
            }
        }
        return [.. _scenario.Asked.Select(at => answers[at])];
    }

    private List<ReplayMoment> MomentsAt(DateTimeOffset now)
    {
        var known = _senders.ToDictionary(sender => sender, sender => sender.KnownAt(now));
        var outages = CrossTenant.Find(known, now);
        return [.. _senders.Select(sender => new ReplayMoment(
            sender, new TenantEvidence(known[sender].Refusals, known[sender].Deliveries, outages[sender]), now))];
    }

    // Suppression has a memory, so the days between the questions are walked: every six hours and at every change of DNS.
    private IEnumerable<DateTimeOffset> Turns()
    {
        if (_senders.Min(sender => sender.FirstCandidateAt) is not { } first || _scenario.Asked.Count == 0)
        {
            return _scenario.Asked.Distinct().Order();
        }
        var last = _scenario.Asked.Max();
        var steps = Enumerable.Range(0, (int)Math.Clamp(((last - first).TotalHours / StepHours) + 1, 0, MostSteps)).Select(step => first.AddHours(step * StepHours));
        return steps.Concat(_dns.Changed.Where(at => at >= first && at <= last)).Concat(_scenario.Asked).Distinct().Order();
    }

    private const int StepHours = 6;

    // A year of steps: a forged date must not make the walk endless.
    private const int MostSteps = 1500;
}
