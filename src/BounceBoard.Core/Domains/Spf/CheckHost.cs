namespace BounceBoard.Core.Domains.Spf;

/// <summary>The function check_host() (RFC 7208 §4), over one run.</summary>
internal sealed class CheckHost
{
    private readonly SpfRun _run;
    private readonly SpfMacros _macros;
    private readonly MechanismRules _rules;

    public CheckHost(SpfRun run)
    {
        var names = new ValidatedNames(run);
        (_run, _macros, _rules) = (run, new SpfMacros(run, names), new MechanismRules(run, names));
    }

    public SpfMacros Macros => _macros;

    public SpfVisit Visit(string domain)
    {
        var name = TargetName.WithoutRootDot(domain);
        if (!TargetName.IsQualified(name))
        {
            return new SpfVisit(domain, null, SpfResult.None, $"\"{domain}\" is no name that could have a record (RFC 7208 §4.3).", []);
        }
        if (_run.Ask(name, RecordType.Txt) is not { } answer)
        {
            return new SpfVisit(name, null, null, "", []);
        }
        var record = RecordSelection.Select(answer, out var result, out var problem);
        return record is null ? new SpfVisit(name, null, result, problem, [])
            : record.Faults is [var fault, ..] ? new SpfVisit(name, record, SpfResult.Permerror, $"Syntax error in \"{fault.Term}\": {fault.Problem}", [])
            : Evaluate(name, record);
    }

    private SpfVisit Evaluate(string domain, SpfRecord record)
    {
        var steps = new List<SpfStep>(record.Mechanisms.Count + 1);
        foreach (var term in record.Mechanisms)
        {
            var step = Step(term, domain);
            steps.Add(step);
            if (step.Outcome == SpfOutcome.Match)
                return new SpfVisit(domain, record, term.Qualifier, "", steps);
            if (ErrorOf(step.Outcome) is { } error)
                return new SpfVisit(domain, record, error, step.Problem, steps);
        }
        // The redirect is used only when nothing matched, wherever it stands (§6.1).
        return record.Redirect is { } redirect ? Redirect(domain, record, redirect, steps) : new SpfVisit(domain, record, SpfResult.Neutral, "", steps);
    }

    private SpfVisit Redirect(string domain, SpfRecord record, SpfTerm redirect, List<SpfStep> steps)
    {
        var step = Step(redirect, domain);
        steps.Add(step);
        var result = step.Outcome switch
        {
            SpfOutcome.Permerror => SpfResult.Permerror,
            SpfOutcome.Temperror => SpfResult.Temperror,
            SpfOutcome.Match or SpfOutcome.NoMatch => step.Visit?.Result,
            SpfOutcome.Unanswered => (SpfResult?)null,
        };
        return new SpfVisit(domain, record, result, step.Problem, steps);
    }

    private SpfStep Step(SpfTerm term, string domain)
    {
        var (lookups, voids) = (_run.Lookups, _run.VoidLookups);
        var outcome = term.CostsLookup && !_run.TryCountLookup()
            ? TermOutcome.Permerror("", $"More than {SpfRun.MostLookups} terms ask DNS (RFC 7208 §4.6.4).")
            : Judge(term, domain);
        return new SpfStep(
            term, outcome.Target, outcome.Outcome, _run.Lookups - lookups, _run.VoidLookups - voids, outcome.Answers, outcome.Problem, outcome.Visit);
    }

    private TermOutcome Judge(SpfTerm term, string domain)
    {
        if (!term.CostsLookup)
        {
            return TermOutcome.Of(term.Kind == SpfTermKind.All
                || _run.Client.IsWithin(term.Network, term.Kind == SpfTermKind.Ip4 ? term.Ip4Prefix : term.Ip6Prefix));
        }
        if (_macros.Target(term.DomainSpec, domain) is not { } target)
        {
            return TermOutcome.Unanswered(term.DomainSpec);
        }
        return term.Kind switch
        {
            SpfTermKind.Include => Include(target),
            SpfTermKind.A => _rules.A(term, target),
            SpfTermKind.Mx => _rules.Mx(term, target),
            SpfTermKind.Ptr => _rules.Ptr(target),
            SpfTermKind.Exists => _rules.Exists(target),
            SpfTermKind.Redirect => RedirectTo(target),
            SpfTermKind.All or SpfTermKind.Ip4 or SpfTermKind.Ip6 or SpfTermKind.Exp or SpfTermKind.UnknownModifier => TermOutcome.Of(false),
        };
    }

    /// <summary>A pass below is a match, an error below is an error, a missing record is permerror, anything else is no match (§5.2).</summary>
    private TermOutcome Include(string target)
    {
        var visit = Visit(target);
        if (visit.Result is not { } result)
        {
            return TermOutcome.Unanswered(target) with { Visit = visit };
        }
        return result switch
        {
            SpfResult.Pass => TermOutcome.Of(true, target) with { Visit = visit },
            SpfResult.Fail or SpfResult.Softfail or SpfResult.Neutral => TermOutcome.Of(false, target) with { Visit = visit },
            SpfResult.Temperror => Error(SpfOutcome.Temperror, target, visit),
            SpfResult.Permerror => Error(SpfOutcome.Permerror, target, visit),
            SpfResult.None => TermOutcome.Permerror(target, $"{target} is included but has no SPF record (RFC 7208 §5.2).") with { Visit = visit },
        };
    }

    /// <summary>The target's result is the result; a missing record is permerror (§6.1).</summary>
    private TermOutcome RedirectTo(string target)
    {
        var visit = Visit(target);
        if (visit.Result is not { } result)
        {
            return TermOutcome.Unanswered(target) with { Visit = visit };
        }
        return result switch
        {
            SpfResult.None => TermOutcome.Permerror(target, $"{target} is the target of redirect but has no SPF record (RFC 7208 §6.1).") with { Visit = visit },
            SpfResult.Temperror => Error(SpfOutcome.Temperror, target, visit),
            SpfResult.Permerror => Error(SpfOutcome.Permerror, target, visit),
            SpfResult.Pass => TermOutcome.Of(true, target) with { Visit = visit },
            SpfResult.Fail or SpfResult.Softfail or SpfResult.Neutral => TermOutcome.Of(false, target) with { Visit = visit },
        };
    }

    private static TermOutcome Error(SpfOutcome outcome, string target, SpfVisit visit) => new(outcome, target, [], visit.Problem, visit);

    private static SpfResult? ErrorOf(SpfOutcome outcome) => outcome switch
    {
        SpfOutcome.Permerror => SpfResult.Permerror,
        SpfOutcome.Temperror => SpfResult.Temperror,
        SpfOutcome.Match or SpfOutcome.NoMatch or SpfOutcome.Unanswered => null,
    };
}
