using BounceBoard.Core;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Spf;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Cli.Domains;

/// <summary>Writes a check for a person at a terminal: the result, then the tree that led to it, then what the linter says.</summary>
internal static class SpfText
{
    public static void Write(TextWriter output, SpfRequest asked, IReadOnlyList<(string Resolver, SpfReport Report)> reports)
    {
        var (evaluation, survey) = (reports[0].Report.Evaluation, reports[0].Report.Survey);
        Line(output, 0, $"{evaluation.Identity.Sender} from {asked.Ip}: {KebabName.Of(evaluation.Result).ToUpperInvariant()}");
        if (evaluation.Problem.Length > 0)
        {
            Line(output, 1, $"Receivers answer {KebabName.Of(evaluation.Result)} because: {evaluation.Problem}");
        }
        if (evaluation.Explanation is { } explanation)
        {
            Line(output, 1, $"The sender explains: {explanation}");
        }
        Line(output, 1, $"{evaluation.Lookups} of 10 look-ups, {evaluation.VoidLookups} of 2 void; at most {survey.Lookups} and {survey.VoidLookups} when nothing matches early");
        Visit(output, 1, evaluation.Trace);
        foreach (var finding in survey.Findings)
        {
            var term = finding.Term.Length > 0 ? $" \"{finding.Term}\"" : "";
            Line(output, 1, $"{KebabName.Of(finding.Severity)}: {finding.Domain}{term}: {finding.Text} ({finding.Reference})");
        }
        foreach (var (resolver, report) in reports.Count > 1 ? reports : [])
        {
            Line(output, 1, $"by {resolver}: {KebabName.Of(report.Evaluation.Result)}");
        }
    }

    private static void Visit(TextWriter output, int depth, SpfVisit visit)
    {
        Line(output, depth, $"{visit.Domain}: {visit.Record?.Text ?? "no single SPF record"}");
        foreach (var step in visit.Steps)
        {
            var target = step.Target.Length > 0 && !step.Term.Text.Contains(step.Target, StringComparison.OrdinalIgnoreCase) ? $" ({step.Target})" : "";
            Line(output, depth + 1, $"{step.Term.Text}{target} -> {OutcomeOf(step)}{Cost(step)}");
            foreach (var answer in step.Answers)
            {
                Line(output, depth + 2, $"{answer.Name} {KebabName.Of(answer.Type).ToUpperInvariant()}: {Said(answer)}");
            }
            if (step.Visit is { } next)
            {
                Visit(output, depth + 2, next);
            }
        }
    }

    // A redirect does not match or miss: what it gives is what the record at its target gives.
    private static string OutcomeOf(SpfStep step) =>
        step is { Term.Kind: SpfTermKind.Redirect, Visit.Result: { } result } ? KebabName.Of(result)
        : step.Outcome == SpfOutcome.Match ? KebabName.Of(step.Term.Qualifier)
        : KebabName.Of(step.Outcome);

    private static string Cost(SpfStep step) =>
        (step.Lookups, step.VoidLookups) switch
        {
            (0, 0) => "",
            (var lookups, 0) => $"  [{lookups}]",
            var (lookups, voids) => $"  [{lookups}, void {voids}]",
        };

    private static string Said(RecordAnswer answer) => answer.Records.Count == 0 ? $"none, {answer.Rcode}" : string.Join(", ", answer.Records);

    private static void Line(TextWriter output, int depth, string text) => TerminalLine.Write(output, depth, text);
}
